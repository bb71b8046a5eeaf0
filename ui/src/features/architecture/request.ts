import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Filter } from "@/bindings/Filter";
import type { OfJourney } from "@/bindings/OfJourney";
import { filterOf, isFiltered } from "./filter";
import { useArchitectureSearch } from "./search";

/** What the address asks of core: which journey, as of when, counting what. */
export function useRequest(): OfJourney {
  const { search } = useArchitectureSearch();
  const { journey } = useSearch({ strict: false });
  const { asOf } = search;
  // The same filter is the same request, whatever else of the address changes: a selection asks nothing anew.
  const filter = isFiltered(search) ? JSON.stringify(filterOf(search)) : undefined;
  return useMemo(
    () => ({
      ...(journey !== undefined && { journeyId: journey }),
      ...(asOf !== undefined && { asOf }),
      ...(filter !== undefined && { filter: JSON.parse(filter) as Filter }),
    }),
    [journey, asOf, filter],
  );
}
