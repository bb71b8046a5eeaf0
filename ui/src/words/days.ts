// Stretches of time and moments as people say them.

import { LOCALE } from "@/locale";
/** "30 Jun 2026", from UTC milliseconds, on the calendar of this machine. */
export function sayDay(millis: number): string {
  return new Date(millis).toLocaleDateString(LOCALE, { dateStyle: "medium" });
}

/** "2 years", "5 months", "12 days": the largest unit that says enough. */
export function sayDays(days: number): string {
  if (days >= 730) {
    return `${Math.floor(days / 365).toLocaleString(LOCALE)} years`;
  }
  if (days >= 60) {
    return `${Math.floor(days / 30).toLocaleString(LOCALE)} months`;
  }
  return days === 1 ? "1 day" : `${days.toLocaleString(LOCALE)} days`;
}
