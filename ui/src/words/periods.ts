// Months, quarters and fiscal years as the workspace counts them. Days are "YYYY-MM-DD".

import type { Period } from "@/bindings/Period";
import type { Unit } from "@/bindings/Unit";
import { LOCALE } from "@/locale";
import { sayMonth } from "./months";

export const MONTHS: Readonly<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

const DAY = 86_400_000;

const written = (millis: number) => new Date(millis).toISOString().slice(0, 10);
const instant = (day: string) => Date.parse(`${day}T00:00Z`);

/** The period that begins with the month so many after that of a day. */
function beginning(day: string, after: number, unit: Unit): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + after];
  return {
    from: written(Date.UTC(year, month, 1)),
    to: written(Date.UTC(year, month + MONTHS[unit], 1) - DAY),
  };
}

/** How many months after the beginning of its fiscal year a day lies. */
function monthOfYear(day: string, fiscalYearStart: number): number {
  return (Number(day.slice(5, 7)) - 1 + 12 - (fiscalYearStart - 1)) % 12;
}

/** The month, quarter or fiscal year in which a day lies. */
export function periodAround(unit: Unit, day: string, fiscalYearStart: number): Period {
  return beginning(day, -(monthOfYear(day, fiscalYearStart) % MONTHS[unit]), unit);
}

/** The one so many after a period; of days of one's own choice as many days. */
export function periodAfter({ from, to }: Period, unit: Unit | null, count: number): Period {
  if (unit !== null) {
    return beginning(from, count * MONTHS[unit], unit);
  }
  const days = instant(to) - instant(from) + DAY;
  return { from: written(instant(from) + count * days), to: written(instant(to) + count * days) };
}

/** "2026", "2026/27" where the fiscal year begins in another month than January. */
function sayYear(day: string, fiscalYearStart: number): string {
  const { from } = periodAround("year", day, fiscalYearStart);
  const year = Number(from.slice(0, 4));
  return fiscalYearStart === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}

/** "July 2026", "Q3 2026", "2026/27"; "10 days" of one's own choice. */
export function sayPeriodName(period: Period, unit: Unit | null, fiscalYearStart: number): string {
  switch (unit) {
    case "month":
      return sayMonth(period.from);
    case "quarter": {
      const quarter = Math.floor(monthOfYear(period.from, fiscalYearStart) / 3) + 1;
      return `Q${quarter} ${sayYear(period.from, fiscalYearStart)}`;
    }
    case "year":
      return sayYear(period.from, fiscalYearStart);
    case null: {
      const days = (instant(period.to) - instant(period.from)) / DAY + 1;
      return `${days.toLocaleString(LOCALE)} ${days === 1 ? "day" : "days"}`;
    }
  }
}

/** "1 Jul – 30 Sep"; with the years where they differ, or nothing else says them. */
export function sayRange({ from, to }: Period, withYear = false): string {
  const isLong = withYear || from.slice(0, 4) !== to.slice(0, 4);
  const said = (day: string) =>
    new Date(`${day}T00:00`).toLocaleDateString(LOCALE, {
      day: "numeric",
      month: "short",
      ...(isLong && { year: "numeric" }),
    });
  return from === to ? said(from) : `${said(from)} – ${said(to)}`;
}
