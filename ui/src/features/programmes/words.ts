// A programme in words.

import type { Channel } from "@/bindings/Channel";
import type { Phase } from "@/bindings/Phase";
import type { ProgrammeState } from "@/bindings/ProgrammeState";
import { LOCALE } from "@/locale";
import { capital } from "@/words/text";

/** In the order in which they are looked at. */
export const STATES: readonly ProgrammeState[] = ["running", "planned", "paused", "ended"];

export const PHASES: readonly Phase[] = ["engage", "nurture", "convert"];

export const CHANNELS: readonly Channel[] = ["inbound", "outbound"];

export const STATE_CHOICES = STATES.map((id) => ({ id, label: capital(id) }));

/** "2026-09-01" → "Sep 2026". */
export function sayMonth(month: string): string {
  const date = new Date(`${month}T00:00`);
  return date.toLocaleDateString(LOCALE, { month: "short", year: "numeric" });
}

/** The first day of the month after one, or of this month where there is none. */
export function monthAfter(last: string | undefined, today: string): string {
  if (last === undefined) {
    return `${today.slice(0, 7)}-01`;
  }
  const [year = 0, month = 1] = last.split("-").map(Number);
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(next[0]).padStart(4, "0")}-${String(next[1]).padStart(2, "0")}-01`;
}
