// A file of leads in words: what it holds, how far it is, what became of it.
import type { FactPreview } from "@/bindings/FactPreview";
import type { FactsImported } from "@/bindings/FactsImported";
import { sayBytes } from "@/words/times";
import { type Count, sayCounted } from "../tally";
import type { Pace } from "./pace";

/** "2.1 MB · about 200,000 rows · 8 columns · separated by comma · UTF-8". */
export function sayFound({ size, rows, isExact, columns, origin, headerLine }: FactPreview): string {
  const facts = [
    sayBytes(size),
    `${isExact ? "" : "about "}${sayCounted(rows, "row")}`,
    sayCounted(columns.length, "column"),
    origin.delimiter === null ? "" : `separated by ${origin.delimiter}`,
    origin.encoding?.replace("windows", "Windows") ?? "",
    headerLine > 1 ? `header in line ${headerLine.toLocaleString()}` : "",
  ];
  return facts.filter(Boolean).join(" · ");
}

/** What comes in by the mapping: whether it tells only who they are, or also what they did. */
export function sayHeld(columns: Readonly<Record<string, unknown>>): string {
  const has = (column: string) => column in columns;
  if (Object.keys(columns).length === 0) {
    return "As it is mapped now, nothing of it is read.";
  }
  if (has("requested")) {
    return has("opened")
      ? "Leads, what they requested and when they opened it."
      : "Leads, and what they requested.";
  }
  return has("opened") ? "Leads, and what they opened." : "Leads, without anything they did.";
}

const MINUTE = 60_000;

/** "about 40 seconds left", "about 3 minutes left". */
export function sayLeft(millis: number): string {
  if (millis < 8_000) {
    return "a few seconds left";
  }
  if (millis < 1.5 * MINUTE) {
    return `about ${Math.ceil(millis / 10_000) * 10} seconds left`;
  }
  return `about ${sayCounted(Math.round(millis / MINUTE), "minute")} left`;
}

/** "412 MB of 883 MB · 38 MB/s · about 12 seconds left". */
export function sayPace({ done, total, perSecond, left }: Pace): string {
  const parts = [
    `${sayBytes(done)} of ${sayBytes(total)}`,
    perSecond === null ? "" : `${sayBytes(perSecond)}/s`,
    left === null ? "" : sayLeft(left),
  ];
  return parts.filter(Boolean).join(" · ");
}

export function changesNothing({ added, updated, events }: FactsImported): boolean {
  return added + updated + events === 0;
}

/** After: what became of it. */
export function sayTaken(taken: FactsImported): string {
  if (changesNothing(taken)) {
    return taken.unchanged > 0 ? "Nothing changed: all of it was here already." : "Nothing was imported.";
  }
  if (taken.added > 0) {
    return `${sayCounted(taken.added, "lead")} added`;
  }
  return taken.updated > 0
    ? `${sayCounted(taken.updated, "row")} told more of known leads`
    : `${sayCounted(taken.events, "event")} added`;
}

/** The same in figures. What is 0 is left unsaid. */
export function countsOf(taken: FactsImported): Count[] {
  const { read, added, updated, unchanged, events, anonymous, rejectedCount } = taken;
  const counted: [string, number, string, Count["tone"]][] = [
    ["read", read, read === 1 ? "row read" : "rows read", "plain"],
    ["added", added, added === 1 ? "lead added" : "leads added", "success"],
    ["updated", updated, updated === 1 ? "row about a known lead" : "rows about known leads", "accent"],
    ["unchanged", unchanged, "unchanged", "plain"],
    ["events", events, events === 1 ? "event" : "events", "accent"],
    ["anonymous", anonymous, "anonymous", "plain"],
    ["rejected", rejectedCount, "not read", "danger"],
  ];
  return counted
    .filter(([, count]) => count > 0)
    .map(([id, count, words, tone]) => ({ id, text: `${count.toLocaleString()} ${words}`, tone }));
}
