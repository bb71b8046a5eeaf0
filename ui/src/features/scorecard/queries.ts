// What the scorecard reads.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Definition } from "@/bindings/Definition";
import type { KpiId } from "@/bindings/KpiId";
import type { KpiQuery } from "@/bindings/KpiQuery";
import type { Score } from "@/bindings/Score";
import * as lists from "@/rpc/lists";
import { read, useCall } from "@/rpc/useCall";

/** All but the figures: the view is there at once, and says that it counts. */
export async function loadScorecard(): Promise<void> {
  await lists.load(lists.definitions, lists.workspace, lists.journeys);
}

/** References stand beside what follow-ups and verdicts say, so any change counts again. */
export function useScorecard(query: KpiQuery) {
  return useQuery({ ...read("kpi.scorecard", query), placeholderData: keepPreviousData });
}

export function useDefined(): ReadonlyMap<KpiId, Definition> {
  const all = lists.useDefinitions();
  return useMemo(() => new Map(all.map((one) => [one.id, one])), [all]);
}

/** The coverage of the journey on show; of the first one where it is no longer there. */
export function useCoverage(journeyId: string | undefined): Score | undefined {
  const isThere = lists.useJourneys().some(({ id }) => id === journeyId);
  return useCall("home.get", isThere && journeyId !== undefined ? { journeyId } : {}).data?.score;
}
