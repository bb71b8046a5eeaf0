// Moments and sizes as people say them.

import { LOCALE } from "@/locale";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function ago(count: number, unit: string): string {
  return `${count.toLocaleString(LOCALE)} ${unit}${count === 1 ? "" : "s"} ago`;
}

/** "just now", "3 minutes ago", "2 hours ago", "5 days ago". */
export function sayAgo(at: number, now: number): string {
  const past = now - at;
  if (past < MINUTE) {
    return "just now";
  }
  if (past < HOUR) {
    return ago(Math.floor(past / MINUTE), "minute");
  }
  return past < DAY ? ago(Math.floor(past / HOUR), "hour") : ago(Math.floor(past / DAY), "day");
}

/** "less than a minute", "12 min", "7 h", "3 days": hours for as long as they say enough. */
export function sayStretch(millis: number): string {
  if (millis < MINUTE) {
    return "less than a minute";
  }
  if (millis < HOUR) {
    return `${Math.floor(millis / MINUTE)} min`;
  }
  const hours = Math.round(millis / HOUR);
  return hours < 48 ? `${hours} h` : `${Math.round(millis / DAY).toLocaleString(LOCALE)} days`;
}

/** "26 Nov 2026, 06:31". */
export function sayMoment(at: number): string {
  return new Date(at).toLocaleString(LOCALE, { dateStyle: "medium", timeStyle: "short" });
}

const UNITS = ["KB", "MB", "GB", "TB"] as const;

/** "412 KB", "1.4 MB"; what is smaller than a kilobyte is said to be one. */
export function sayBytes(bytes: number): string {
  let size = bytes > 0 ? Math.max(1, bytes / 1_000) : 0;
  let at = 0;
  while (size >= 999.5 && at < UNITS.length - 1) {
    size /= 1_000;
    at += 1;
  }
  const digits = size < 9.95 && at > 0 ? 1 : 0;
  return `${size.toLocaleString(LOCALE, { maximumFractionDigits: digits })} ${UNITS[at]}`;
}
