// From a request to the open that follows it, in words.

import type { LeadEvent } from "@/bindings/LeadEvent";
import { LOCALE } from "@/locale";
import { sayStretch } from "@/words/times";
import type { Clock } from "./clock";

const MINUTE = 60_000;

export interface Wait {
  isOpened: boolean;
  /** "opened after 7 h", "not opened for 3 days" */
  text: string;
}

/** What became of a request: the first later open of the same content, or none up to the newest time there is. */
export function waitOf(request: LeadEvent, events: readonly LeadEvent[], asOf: number | null): Wait {
  const later = events
    .filter(({ kind, asset, at }) => kind === "open" && asset === request.asset && at >= request.at)
    .map(({ at }) => at);
  if (later.length > 0) {
    return { isOpened: true, text: `opened after ${sayStretch(Math.min(...later) - request.at)}` };
  }
  const watched = asOf === null ? 0 : asOf - request.at;
  return {
    isOpened: false,
    text: watched < MINUTE ? "not opened yet" : `not opened for ${sayStretch(watched)}`,
  };
}

/** "12 acts, 3 requested, 2 opened": moves of stage are nobody's acts, nor is what a machine did. */
export function sayActs(events: readonly LeadEvent[]): string {
  const acts = events.filter(({ kind, machine }) => kind !== "move" && !machine);
  const moves = events.filter(({ kind }) => kind === "move").length;
  const of = (wanted: LeadEvent["kind"]) => acts.filter(({ kind }) => kind === wanted).length;
  const counted: [number, string][] = [
    [acts.length, acts.length === 1 ? "act" : "acts"],
    [of("request"), "requested"],
    [of("open"), "opened"],
    [moves, moves === 1 ? "stage reached" : "stages reached"],
    [events.length - acts.length - moves, "by a machine"],
  ];
  return counted
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count.toLocaleString(LOCALE)} ${what}`)
    .join(", ");
}

export interface EventDay {
  title: string;
  events: readonly LeadEvent[];
}

/** Events under their days, in the order given. */
export function daysOf(events: readonly LeadEvent[], clock: Clock): EventDay[] {
  const days: { title: string; events: LeadEvent[] }[] = [];
  for (const event of events) {
    const title = clock.longDay(event.at);
    const last = days.at(-1);
    if (last?.title === title) {
      last.events.push(event);
    } else {
      days.push({ title, events: [event] });
    }
  }
  return days;
}
