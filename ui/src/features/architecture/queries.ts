// What the map and its rail read. The map depends on every kind of entity it is worked out from.
import { useMemo } from "react";
import type { At } from "@/bindings/At";
import type { EntityKind } from "@/bindings/EntityKind";
import type { Filter } from "@/bindings/Filter";
import type { OfJourney } from "@/bindings/OfJourney";
import { NO_FILTER, PLACEABLE } from "@/placing/choices";
import { queryClient } from "@/rpc/client";
import * as lists from "@/rpc/lists";
import { OF_PRICES } from "@/rpc/prices";
import { read, useCall } from "@/rpc/useCall";

const OF_MAP: readonly EntityKind[] = [
  "persona",
  "trigger",
  "journey",
  "stage",
  "format",
  "asset",
  "placement",
  "verdict",
  "exclusion",
  "need",
];

const OF_GAPS: readonly EntityKind[] = [...OF_MAP, ...OF_PRICES];

const OF_CELL: readonly EntityKind[] = [...OF_GAPS, "member"];

/** Asks for the lists the view is made of, and begins on the map: it is on its way while the view is read. */
export function loadArchitecture(request: OfJourney): Promise<unknown> {
  void queryClient.prefetchQuery(read("coverage.map", request, OF_MAP, true));
  return lists.load(lists.triggers, lists.formats, lists.facets);
}

export function useMapOf(request: OfJourney) {
  return useCall("coverage.map", request, { kinds: OF_MAP, keepPrevious: true, isFirst: true });
}

export function useGaps(request: OfJourney) {
  return useCall("coverage.gaps", request, { kinds: OF_GAPS, keepPrevious: true });
}

/** The money that waits in each cell of a journey. */
export function usePipeline(journeyId: string) {
  return useCall("coverage.pipeline", { journeyId }, { kinds: OF_GAPS, keepPrevious: true });
}

export function useThemes(request: OfJourney, enabled: boolean) {
  return useCall("coverage.themes", request, { kinds: OF_MAP, keepPrevious: true, enabled });
}

/** A cell, counted as the map is where that says as of when and on what. */
export function useCell(cell: At, { asOf, filter }: Pick<OfJourney, "asOf" | "filter"> = {}) {
  const request = { cell, ...(asOf !== undefined && { asOf }), ...(filter !== undefined && { filter }) };
  return useCall("cell.get", request, { kinds: OF_CELL, keepPrevious: true });
}

export function useCandidates(cell: At, asOf: string | undefined, enabled: boolean) {
  const request = asOf === undefined ? { cell } : { cell, asOf };
  return useCall("cell.candidates", request, { kinds: OF_MAP, enabled });
}

/** How many assets there are that are not retired, and how many of them a filter lets through. */
export function useAssetCounts(filter: Filter) {
  const all = useMemo(() => ({ filter: { ...NO_FILTER, statuses: [...PLACEABLE] }, limit: 0 }), []);
  const some = useMemo(
    () => ({
      filter: { ...filter, statuses: filter.statuses.length > 0 ? filter.statuses : [...PLACEABLE] },
      limit: 0,
    }),
    [filter],
  );
  return {
    all: useCall("asset.list", all, { kinds: ["asset"] }).data?.total,
    passing: useCall("asset.list", some, { kinds: ["asset", "placement"] }).data?.total,
  };
}
