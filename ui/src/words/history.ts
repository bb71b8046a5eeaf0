// An edit as a sentence that goes on after a name, and days as headings.

import type { Edit } from "@/bindings/Edit";
import { LOCALE } from "@/locale";
import { sayCount, sayEdit } from "./edits";

/** "deleted CFO", "answered the deal check of ROI model", "took back: deleted CFO". */
export function sentenceOf(edit: Edit, original: Edit | undefined): string {
  if (edit.reverts !== null) {
    const verb = edit.verb === "undo" ? "took back" : "made again";
    const what = original === undefined ? edit.subject : sentenceOf(original, undefined);
    return what === "" ? `${verb} a change` : `${verb}: ${what}`;
  }
  if (edit.verb === "answer" && edit.kind !== "leadAnswer") {
    return edit.subject === ""
      ? `answered the deal check of ${sayCount("placement", edit.size)}`
      : `answered the deal check of ${edit.subject}`;
  }
  if (edit.verb === "setup") {
    return edit.subject === "" ? "set up the workspace" : `set up ${edit.subject}`;
  }
  return sayEdit(edit, "past");
}

/** "Today", "Yesterday", "Thursday, 3 September 2026". */
export function dayOf(at: number, now: Date): string {
  const day = new Date(at);
  const days = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
  const ago = days(now) - days(day);
  if (ago === 0) {
    return "Today";
  }
  return ago === 1 ? "Yesterday" : day.toLocaleDateString(LOCALE, { dateStyle: "full" });
}

export function timeOf(at: number): string {
  return new Date(at).toLocaleTimeString(LOCALE, { timeStyle: "short" });
}

export interface Day<T> {
  title: string;
  items: readonly T[];
}

/** Things under the days they happened on, in the order given. */
export function byDay<T extends { at: number }>(all: readonly T[], now: Date): readonly Day<T>[] {
  const days: { title: string; items: T[] }[] = [];
  for (const one of all) {
    const title = dayOf(one.at, now);
    const last = days.at(-1);
    if (last?.title === title) {
      last.items.push(one);
    } else {
      days.push({ title, items: [one] });
    }
  }
  return days;
}
