// What the views of leads read.
import { useCallback, useMemo } from "react";
import type { EntityKind } from "@/bindings/EntityKind";
import type { LeadList } from "@/bindings/LeadList";
import type { LeadQuery } from "@/bindings/LeadQuery";
import type { LeadRow } from "@/bindings/LeadRow";
import { call } from "@/rpc/call";
import * as lists from "@/rpc/lists";
import { read, useCall } from "@/rpc/useCall";
import { type RowWindow, useWindow } from "@/rpc/useWindow";

/** Leads come with files; titles tell of personas; sales answers. */
const OF_LEADS: readonly EntityKind[] = [
  "stage",
  "batch",
  "persona",
  "asset",
  "placement",
  "scoringModel",
  "leadAnswer",
  "advocate",
];

export function useLeadWindow(query: LeadQuery): RowWindow<LeadRow, LeadList> {
  const load = useCallback(
    (offset: number, limit: number) => call("lead.list", { ...query, offset, limit }),
    [query],
  );
  return useWindow<LeadRow, LeadList>({ key: ["lead.list", query], load, kinds: OF_LEADS });
}

const OF_LEAD: readonly EntityKind[] = ["batch", "persona", "asset", "workspace", "leadAnswer", "advocate"];

export function useLead(key: number) {
  return useCall("lead.get", { key }, { kinds: OF_LEAD });
}

/** Scores go by the model and by where content is placed, too. */
const OF_SCORES: readonly EntityKind[] = [...OF_LEADS, "asset", "placement", "scoringModel"];

export function useLeadScore(key: number, at: number | null) {
  const request = useMemo(() => ({ key, ...(at !== null && { at }) }), [key, at]);
  return useCall("lead.score", request, { kinds: OF_SCORES, keepPrevious: true });
}

const titles = read("lead.titles", {}, OF_LEADS);

export async function loadTitles(): Promise<void> {
  await lists.load(lists.personas, titles);
}

export function useTitles() {
  return useCall("lead.titles", {}, { kinds: OF_LEADS });
}

export function usePersonaNames(): ReadonlyMap<string, string> {
  const personas = lists.usePersonas();
  return useMemo(() => new Map(personas.map(({ id, name }) => [id, name])), [personas]);
}

export function useStageNames(): ReadonlyMap<string, string> {
  const stages = lists.useStages();
  return useMemo(() => new Map(stages.map(({ id, name }) => [id, name])), [stages]);
}

export { useClock } from "@/rpc/useClock";
