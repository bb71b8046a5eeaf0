// Reading and writing the address of this view. A filter is a step that Back takes back; typing is not.
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { setOf } from "@/actions/searchParams";
import type { ListAssets } from "@/bindings/ListAssets";
import { type FilterField, type FilterKey, withValues } from "./filters";
import { type AssetFilters, type AssetsSearch, filtersOf, requestOf } from "./search";

const route = getRouteApi("/assets");

export interface AssetsAddress {
  search: AssetsSearch;
  filters: AssetFilters;
  request: ListAssets;
  isFiltered: boolean;
  /** Changes parts of the address; undefined takes a part out. */
  set: (part: { [K in keyof AssetsSearch]?: AssetsSearch[K] | undefined }, replace?: boolean) => void;
  filter: (key: FilterKey, values: readonly string[], mode: FilterField["mode"]) => void;
  clear: () => void;
}

export function useAssetsAddress(): AssetsAddress {
  const { journey: _journey, ...search } = route.useSearch() as AssetsSearch & { journey?: string };
  const navigate = route.useNavigate();
  // The address is compared by what it says: the router makes a new object at every step.
  const text = JSON.stringify(search);
  const stable = useMemo(() => JSON.parse(text) as AssetsSearch, [text]);
  const set = useCallback<AssetsAddress["set"]>(
    (part, replace = false) =>
      void navigate({ search: (old: object) => setOf({ ...old, ...part }), replace }),
    [navigate],
  );
  const rest = useCallback(
    (filters: Record<string, unknown>) => {
      const { view, sort, group } = stable;
      void navigate({
        search: (old: { journey?: string }) => setOf({ journey: old.journey, view, sort, group, ...filters }),
      });
    },
    [navigate, stable],
  );
  const filters = useMemo(() => filtersOf(stable), [stable]);
  return {
    search: stable,
    filters,
    request: useMemo(() => requestOf(stable), [stable]),
    isFiltered: Object.keys(filters).length > 0,
    set,
    filter: (key, values, mode) => rest(withValues(filters, key, values, mode)),
    clear: useCallback(() => rest({}), [rest]),
  };
}
