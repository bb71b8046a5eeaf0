// How fast a sitting goes, in words.

import { LOCALE } from "@/locale";

const MINUTE = 60_000;
/** Fewer answers say nothing about the pace. */
const ENOUGH = 3;
/** A pause longer than this does not count as thinking. */
const PAUSE = 2 * MINUTE;

/** Answers a minute over the time spent on them; null while it is too early to tell. */
export function paceOf(startedAt: number, answeredAt: readonly number[]): number | null {
  if (answeredAt.length < ENOUGH) {
    return null;
  }
  let [spent, before] = [0, startedAt];
  for (const at of answeredAt) {
    spent += Math.min(at - before, PAUSE);
    before = at;
  }
  return spent <= 0 ? null : (answeredAt.length * MINUTE) / spent;
}

/** "9 a minute · 4 minutes left". */
export function sayPace(pace: number | null, left: number): string {
  if (pace === null) {
    return "";
  }
  const rate = pace >= 10 ? Math.round(pace) : Math.round(pace * 10) / 10;
  const minutes = Math.ceil(left / pace);
  const rest = left === 0 ? "" : ` · ${minutes === 1 ? "1 minute" : `${minutes} minutes`} left`;
  return `${rate.toLocaleString(LOCALE)} a minute${rest}`;
}
