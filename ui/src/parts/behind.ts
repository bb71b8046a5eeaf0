// The figure whose rows are listed, as an address says it.
import { oneOf, textOf } from "@/actions/searchParams";
import type { Behind } from "@/bindings/Behind";
import type { KpiFilter } from "@/bindings/KpiFilter";
import { KPI_IDS, KPI_WORDS } from "@/words/kpiNames";
import { sayRange } from "@/words/periods";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const FILTERS: readonly (keyof KpiFilter)[] = [
  "persona",
  "channel",
  "campaign",
  "asset",
  "theme",
  "stage",
  "level",
  "industry",
  "country",
];

function dayOf(value: unknown): string | undefined {
  const day = textOf(value);
  return day !== undefined && DAY.test(day) ? day : undefined;
}

function partsOf(told: string): Record<string, unknown> {
  try {
    const parts: unknown = JSON.parse(told);
    return typeof parts === "object" && parts !== null ? { ...parts } : {};
  } catch {
    return {};
  }
}

/** As text for an address. */
export function writeBehind({ kpi, period: { from, to }, stage, filter }: Behind): string {
  return JSON.stringify({ ...filter, kpi, from, to, ...(stage !== undefined && { of: stage }) });
}

/** What an address says; undefined where that is no figure of a period. */
export function readBehind(value: unknown): Behind | undefined {
  const told = textOf(value);
  const parts = told === undefined ? {} : partsOf(told);
  const [kpi, from, to] = [oneOf(KPI_IDS, parts.kpi), dayOf(parts.from), dayOf(parts.to)];
  if (kpi === undefined || from === undefined || to === undefined || from > to) {
    return undefined;
  }
  const set = FILTERS.flatMap((name) => {
    const text = textOf(parts[name]);
    return text === undefined ? [] : [[name, text] as const];
  });
  const stage = textOf(parts.of);
  return {
    kpi,
    period: { from, to },
    ...(stage !== undefined && { stage }),
    ...(set.length > 0 && { filter: Object.fromEntries(set) }),
  };
}

/** "Engaged leads, 1 Jan – 31 Mar 2026". */
export function sayBehind({ kpi, period, filter }: Behind): string {
  const narrowed = filter === undefined ? "" : ", filtered";
  return `${KPI_WORDS[kpi].name}, ${sayRange(period, true)}${narrowed}`;
}
