// What the views of deals read.
import { useCallback, useMemo } from "react";
import type { DealList } from "@/bindings/DealList";
import type { DealQuery } from "@/bindings/DealQuery";
import type { DealRow } from "@/bindings/DealRow";
import type { EntityKind } from "@/bindings/EntityKind";
import type { Persona } from "@/bindings/Persona";
import { call } from "@/rpc/call";
import * as lists from "@/rpc/lists";
import { useCall } from "@/rpc/useCall";
import { type RowWindow, useWindow } from "@/rpc/useWindow";

/** Deals come with files; titles tell of personas; names of content tell what machines did. */
const OF_DEALS: readonly EntityKind[] = ["batch", "stage", "journey", "persona", "asset", "workspace"];

export async function loadDeals(): Promise<void> {
  await lists.load(lists.factCounts, lists.personas, lists.stages);
}

export function useDealWindow(query: DealQuery): RowWindow<DealRow, DealList> {
  const load = useCallback(
    (offset: number, limit: number) => call("deals.list", { ...query, offset, limit }),
    [query],
  );
  return useWindow<DealRow, DealList>({ key: ["deals.list", query], load, kinds: OF_DEALS });
}

/** A deal is helped on by all that the plan says, too: any change asks for it again. */
export function useDeal(key: number, journey: string | undefined) {
  const request = useMemo(() => ({ key, ...(journey !== undefined && { journey }) }), [key, journey]);
  return useCall("deal.get", request);
}

/** The personas, the weightiest first. */
export function useByWeight(): readonly Persona[] {
  const personas = lists.usePersonas();
  return useMemo(() => personas.toSorted((one, other) => other.weight - one.weight), [personas]);
}

export function useStageNames(): ReadonlyMap<string, string> {
  const stages = lists.useStages();
  return useMemo(() => new Map(stages.map(({ id, name }) => [id, name])), [stages]);
}

export { useClock } from "@/rpc/useClock";
