// Values as a table writes them. Formatters are made once: making one costs more than drawing a row.

import type { Asset } from "@/bindings/Asset";
import { LOCALE } from "@/locale";

const DAY = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const MOMENT = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric" });

/** "12 Jun 2026"; empty where there is no date. */
export function shortDate(date: string | null): string {
  return date === null ? "" : DAY.format(Date.parse(`${date}T00:00Z`));
}

/** The day of an instant, on the calendar of this machine. */
export function shortMoment(millis: number): string {
  return MOMENT.format(millis);
}

/** Where an address leads, in short: "blog.example.com"; empty where it is none that opens. */
export function hostOf(address: string): string {
  try {
    const url = new URL(address);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.host || url.pathname : "";
  } catch {
    return "";
  }
}

/** "YYYY-MM-DD" of the calendar in a time zone. */
export function todayIn(timeZone: string, now: Date = new Date()): string {
  const format = new Intl.DateTimeFormat("en", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    timeZone,
  });
  // Only the parts are the same in every engine; their order and signs are not.
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
}

/** Its date has passed, and it is not out. */
export function isOverdue({ dueOn, status }: Pick<Asset, "dueOn" | "status">, today: string): boolean {
  return dueOn !== null && dueOn < today && status !== "published" && status !== "retired";
}

/** A date as people type it: 2026-06-30, 30.6.2026, 30/6/2026; null where it is none. */
export function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [local?.[3], local?.[2], local?.[1]];
  if (year === undefined || month === undefined || day === undefined) {
    return null;
  }
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const millis = Date.parse(`${written}T00:00Z`);
  // The 31st of a shorter month is read as a day of the next one.
  return Number.isNaN(millis) || new Date(millis).toISOString().slice(0, 10) !== written ? null : written;
}
