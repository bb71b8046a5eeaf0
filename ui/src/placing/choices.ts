// What can be placed, and where, as choices of fields.
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { At } from "@/bindings/At";
import type { EntityKind } from "@/bindings/EntityKind";
import type { Filter } from "@/bindings/Filter";
import type { Choice } from "@/components/Choices";
import { call } from "@/rpc/call";
import * as lists from "@/rpc/lists";

const FOUND = 20;
const OF_ASSETS: { kinds: readonly EntityKind[] } = { kinds: ["asset"] };

export const NO_FILTER: Filter = {
  triggerId: null,
  themes: [],
  formatIds: [],
  owners: [],
  statuses: [],
  languages: [],
  purposes: [],
  text: "",
};

/** The assets of these ids; null while they are on their way. */
export function useAssetsOf(ids: readonly string[]): readonly Choice[] | null {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ["asset.get", { id }],
      queryFn: () => call("asset.get", { id }),
      meta: OF_ASSETS,
    })),
    combine: (answers) =>
      answers.some(({ isPending }) => isPending)
        ? null
        : answers.flatMap(({ data }) => (data ? [{ id: data.asset.id, label: data.asset.title }] : [])),
  });
}

/** The first assets that hold the words. */
export function useAssetSearch(text: string): { found: readonly Choice[]; isSearching: boolean } {
  const request = {
    filter: { ...NO_FILTER, text, statuses: [...PLACEABLE] },
    limit: FOUND,
  };
  const { data, isPlaceholderData, isPending } = useQuery({
    queryKey: ["asset.list", request],
    queryFn: () => call("asset.list", request),
    meta: OF_ASSETS,
    placeholderData: keepPreviousData,
  });
  const found = useMemo(
    () =>
      (data?.rows ?? []).map(({ asset, format }) => ({
        id: asset.id,
        label: asset.title,
        detail: [format, asset.status].filter(Boolean).join(" · "),
      })),
    [data],
  );
  return { found, isSearching: isPending || isPlaceholderData };
}

/** What is worth placing: everything but what is retired. */
export const PLACEABLE = ["idea", "planned", "in production", "published"] as const;

export interface Places {
  personas: readonly Choice[];
  stages: readonly Choice[];
  triggers: readonly Choice[];
  engageIds: ReadonlySet<string>;
}

/** Everything an asset can be placed at; null while it is on its way. */
export function usePlaces(): Places | null {
  const { data: personas } = useQuery(lists.personas);
  const { data: stages } = useQuery(lists.stages);
  const { data: journeys } = useQuery(lists.journeys);
  const { data: triggers } = useQuery(lists.triggers);
  return useMemo(() => {
    if (!personas || !stages || !journeys || !triggers) {
      return null;
    }
    const rank = new Map(journeys.map((journey, index) => [journey.id, index]));
    const ordered = stages.toSorted(
      (a, b) => (rank.get(a.journeyId) ?? 0) - (rank.get(b.journeyId) ?? 0) || a.position - b.position,
    );
    const journeyOf = (id: string) => journeys.find((journey) => journey.id === id)?.name ?? "";
    return {
      personas: personas.map(({ id, name }) => ({ id, label: name })),
      stages: ordered.map(({ id, name, journeyId }) =>
        journeys.length > 1 ? { id, label: name, detail: journeyOf(journeyId) } : { id, label: name },
      ),
      triggers: triggers.map(({ id, name }) => ({ id, label: name })),
      engageIds: new Set(stages.filter(({ phase }) => phase === "engage").map(({ id }) => id)),
    };
  }, [personas, stages, journeys, triggers]);
}

/** Every persona at every stage. */
export function cellsOf(personas: readonly Choice[], stages: readonly Choice[]): At[] {
  return personas.flatMap((persona) => stages.map((stage) => ({ personaId: persona.id, stageId: stage.id })));
}
