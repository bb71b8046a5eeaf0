// Moments in the time zone of the workspace.

import { LOCALE } from "@/locale";

const DAY = 86_400_000;
/** Within less than this a weekday names one day. */
const WEEK = 6 * DAY;
/** Within less than this a day and a month do. */
const YEAR = 180 * DAY;

export interface Clock {
  zone: string;
  /** "3 Jul 2015" */
  day: (at: number) => string;
  /** "3 Jul" */
  shortDay: (at: number) => string;
  /** "Friday, 3 July 2015" */
  longDay: (at: number) => string;
  /** "07:34" */
  time: (at: number) => string;
  /** "Tue 14:00" */
  weekTime: (at: number) => string;
}

export function clockOf(timeZone: string): Clock {
  const day = new Intl.DateTimeFormat(LOCALE, { timeZone, dateStyle: "medium" });
  const shortDay = new Intl.DateTimeFormat(LOCALE, { timeZone, day: "numeric", month: "short" });
  const longDay = new Intl.DateTimeFormat(LOCALE, { timeZone, dateStyle: "full" });
  const time = new Intl.DateTimeFormat(LOCALE, { timeZone, timeStyle: "short" });
  const weekday = new Intl.DateTimeFormat(LOCALE, { timeZone, weekday: "short" });
  return {
    zone: timeZone,
    day: (at) => day.format(at),
    shortDay: (at) => shortDay.format(at),
    longDay: (at) => longDay.format(at),
    time: (at) => time.format(at),
    weekTime: (at) => `${weekday.format(at)} ${time.format(at)}`,
  };
}

/** "Tue 14:00" of a moment within the week, "3 Jul, 14:00" of one within the year, else "3 Jul 2015, 14:00". */
export function sayNear(at: number, now: number, clock: Clock): string {
  const away = Math.abs(at - now);
  if (away < WEEK) {
    return clock.weekTime(at);
  }
  return `${away < YEAR ? clock.shortDay(at) : clock.day(at)}, ${clock.time(at)}`;
}

/** "2026-09-30": the day of a moment in a time zone. */
export function clockDay(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}
