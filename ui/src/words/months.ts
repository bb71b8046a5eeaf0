// Months as the address and the view name them.

import { LOCALE } from "@/locale";

/** "2026-10" and "2026-10-01" both name October 2026. */
function partsOf(month: string): [year: number, month: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1];
}

/** The month so many after another: "2026-11" and 2 give "2027-01". */
export function monthAfter(month: string, count: number): string {
  const [year, at] = partsOf(month);
  const total = year * 12 + at + count;
  const number = String((total % 12) + 1).padStart(2, "0");
  return `${String(Math.floor(total / 12)).padStart(4, "0")}-${number}`;
}

/** "October 2026". */
export function sayMonth(month: string): string {
  const [year, at] = partsOf(month);
  return new Date(year, at, 1).toLocaleDateString(LOCALE, { month: "long", year: "numeric" });
}

/** "Thu 26". */
export function sayDayOfMonth(date: string): string {
  const day = new Date(`${date}T00:00`);
  const name = day.toLocaleDateString(LOCALE, { weekday: "short" });
  return `${name} ${day.getDate().toLocaleString(LOCALE)}`;
}
