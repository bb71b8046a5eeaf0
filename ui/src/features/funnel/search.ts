// The address of the funnel: how cohorts are made, and what leads are told apart by.
import { oneOf, setOf } from "@/actions/searchParams";
import type { FunnelDimension } from "@/bindings/FunnelDimension";
import type { FunnelQuery } from "@/bindings/FunnelQuery";
import type { Unit } from "@/bindings/Unit";
import { FUNNEL_DIMENSIONS, UNITS } from "@/words/funnel";

/** What the table of cohorts tells: who goes on, or how many came and how that grew. */
export const COHORTS_TELL = ["goOn", "entered"] as const;
export type CohortsTell = (typeof COHORTS_TELL)[number];

export interface FunnelSearch {
  /** Quarters unless set. */
  cohort?: Unit;
  /** The channel unless set. */
  by?: FunnelDimension;
  /** Who goes on, unless set. */
  tells?: CohortsTell;
}

export function funnelSearch({ cohort, by, tells }: Record<string, unknown>): FunnelSearch {
  return setOf<FunnelSearch>({
    cohort: oneOf(UNITS, cohort),
    by: oneOf(FUNNEL_DIMENSIONS, by),
    tells: oneOf(COHORTS_TELL, tells),
  });
}

/** What is asked of core, of the journey that is on show. */
export function queryOf({ cohort, by }: FunnelSearch, journey: string | undefined): FunnelQuery {
  return {
    cohort: cohort ?? "quarter",
    by: by ?? "channel",
    ...(journey !== undefined && { journey }),
  };
}
