// The address of the figures: which family, which period, what they are counted on.
import { oneOf, setOf, textOf } from "@/actions/searchParams";
import type { AttributionModel } from "@/bindings/AttributionModel";
import type { KpiFamily } from "@/bindings/KpiFamily";
import type { KpiFilter } from "@/bindings/KpiFilter";
import type { KpiId } from "@/bindings/KpiId";
import type { KpiQuery } from "@/bindings/KpiQuery";
import type { RevenueDimension } from "@/bindings/RevenueDimension";
import { type PeriodSearch, periodQuery, periodSearch } from "@/parts/period/periodSearch";
import { KPI_IDS } from "@/words/kpiNames";
import { DIMENSIONS, FAMILIES, MODELS } from "@/words/kpis";

export const FILTERS = [
  "persona",
  "channel",
  "campaign",
  "asset",
  "theme",
  "stage",
  "level",
  "industry",
  "country",
] as const satisfies readonly (keyof KpiFilter)[];
export type FilterName = (typeof FILTERS)[number];

export interface KpisSearch extends PeriodSearch, KpiFilter {
  /** Engagement unless told. */
  family?: KpiFamily;
  /** What revenue is told apart by; content unless told. */
  by?: RevenueDimension;
  /** By which model it is due; by equal parts unless told. */
  model?: AttributionModel;
  /** The figure whose trend is shown. */
  kpi?: KpiId;
}

export type Change = (part: { [K in keyof KpisSearch]?: KpisSearch[K] | undefined }) => void;

export function kpisSearch(search: Record<string, unknown>): KpisSearch {
  const family = oneOf(FAMILIES, search.family);
  const by = oneOf(DIMENSIONS, search.by);
  const model = oneOf(MODELS, search.model);
  const filter = Object.fromEntries(FILTERS.map((name) => [name, textOf(search[name])]));
  return setOf<KpisSearch>({
    ...periodSearch(search),
    ...(filter as Record<FilterName, string | undefined>),
    family: family === "engagement" ? undefined : family,
    by: by === "asset" ? undefined : by,
    model: model === "linear" ? undefined : model,
    kpi: oneOf(KPI_IDS, search.kpi),
  });
}

/** What is set of the filter. */
export function filterOf(search: KpisSearch): KpiFilter {
  return setOf<KpiFilter>(
    Object.fromEntries(FILTERS.map((name) => [name, search[name]])) as Record<FilterName, string | undefined>,
  );
}

/** What is asked of core, of the journey that is on show. */
export function queryOf(search: KpisSearch, journeyId: string | undefined): KpiQuery {
  const filter = filterOf(search);
  return {
    ...periodQuery(search),
    family: search.family ?? "engagement",
    ...(search.by !== undefined && { by: search.by }),
    ...(search.model !== undefined && { model: search.model }),
    ...(journeyId !== undefined && { journeyId }),
    ...(Object.keys(filter).length > 0 && { filter }),
  };
}
