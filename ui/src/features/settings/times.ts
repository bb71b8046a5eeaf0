// Times of the day and shelf lives, as they are typed and as they are written.

import { LOCALE } from "@/locale";
/** "9:00", "9", "17.30", "5 pm" as minutes from midnight; null where it is no time. */
export function parseTime(text: string): number | null {
  const found = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/iu.exec(text.trim());
  if (found === null) {
    return null;
  }
  const half = found[3]?.toLocaleLowerCase();
  const typed = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  if (half !== undefined && (typed < 1 || typed > 12)) {
    return null;
  }
  const hour = half === undefined ? typed : (typed % 12) + (half === "pm" ? 12 : 0);
  const minutes = 60 * hour + minute;
  return minute < 60 && minutes <= 24 * 60 ? minutes : null;
}

/** "09:00" from minutes after midnight. */
export function sayTime(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 365 / 12, y: 365 };

export type ShelfLife = { days: number | null } | { error: string };

/** "365", "2 years", "18 months", "evergreen" in days. */
export function parseShelfLife(text: string): ShelfLife {
  const folded = text.trim().toLocaleLowerCase();
  if (folded === "" || folded === "evergreen" || folded === "never") {
    return { days: null };
  }
  const found = /^(\d+(?:[.,]\d+)?)\s*(d(?:ays?)?|w(?:eeks?)?|m(?:onths?)?|y(?:ears?)?)?$/u.exec(folded);
  const unit = DAYS[found?.[2]?.charAt(0) ?? "d"] ?? 1;
  const days = Math.round(Number(found?.[1]?.replace(",", ".")) * unit);
  return Number.isFinite(days) && days > 0
    ? { days }
    : { error: "A shelf life is a time such as 365 days or 2 years, or evergreen." };
}

/** "365 days", "1 day", "evergreen". */
export function sayShelfLife(days: number | null): string {
  return days === null ? "evergreen" : `${days.toLocaleString(LOCALE)} ${days === 1 ? "day" : "days"}`;
}
