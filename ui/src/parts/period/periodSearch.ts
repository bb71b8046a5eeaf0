// What an address says of a period: the latest of a unit, or one from day to day.
import { oneOf, textOf } from "@/actions/searchParams";
import type { KpiQuery } from "@/bindings/KpiQuery";

export const SPANS = ["month", "quarter", "year", "custom"] as const;
export type Span = (typeof SPANS)[number];

export interface PeriodSearch {
  /** Quarters unless told; "custom" is from day to day. */
  unit?: Exclude<Span, "quarter">;
  /** The latest unless told. */
  from?: string;
  to?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dayOf(value: unknown): string | undefined {
  const day = textOf(value);
  return day !== undefined && DAY.test(day) && !Number.isNaN(Date.parse(`${day}T00:00Z`)) ? day : undefined;
}

/** Both days or neither, and the last not before the first. */
export function periodSearch({ unit, from, to }: Record<string, unknown>) {
  const days = { from: dayOf(from), to: dayOf(to) };
  const isSpan = days.from !== undefined && days.to !== undefined && days.from <= days.to;
  const span = oneOf(["month", "year", "custom"] as const, unit);
  return {
    unit: span === "custom" && !isSpan ? undefined : span,
    from: isSpan ? days.from : undefined,
    to: isSpan ? days.to : undefined,
  };
}

/** What is asked of core. */
export function periodQuery({ unit, from, to }: PeriodSearch): KpiQuery {
  if (from !== undefined && to !== undefined) {
    return { period: { from, to } };
  }
  return unit === undefined || unit === "custom" ? {} : { unit };
}
