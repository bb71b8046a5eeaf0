import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { OfJourney } from "@/bindings/OfJourney";
import { filterOf, isFiltered } from "./filter";
import { type ArchitectureSearch, useArchitectureSearch } from "./search";

/** What an address asks of core: which journey, as of when, counting what. */
export function requestOf(search: ArchitectureSearch, journey: string | undefined): OfJourney {
  const { asOf } = search;
  return {
    ...(journey !== undefined && { journeyId: journey }),
    ...(asOf !== undefined && { asOf }),
    ...(isFiltered(search) && { filter: filterOf(search) }),
  };
}

/** The same request as long as the address asks the same, whatever else of it changes: a selection asks nothing anew. */
export function useRequest(): OfJourney {
  const { search } = useArchitectureSearch();
  const { journey } = useSearch({ strict: false });
  const asked = JSON.stringify(requestOf(search, journey));
  return useMemo(() => JSON.parse(asked) as OfJourney, [asked]);
}
