import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { OfJourney } from "@/bindings/OfJourney";
import { filterOf, isFiltered } from "./filter";
import { useArchitectureSearch } from "./search";

/** What the address asks of core: which journey, as of when, counting what. */
export function useRequest(): OfJourney {
  const { search } = useArchitectureSearch();
  const { journey } = useSearch({ strict: false });
  const { asOf } = search;
  return useMemo(
    () => ({
      ...(journey !== undefined && { journeyId: journey }),
      ...(asOf !== undefined && { asOf }),
      ...(isFiltered(search) && { filter: filterOf(search) }),
    }),
    [journey, asOf, search],
  );
}
