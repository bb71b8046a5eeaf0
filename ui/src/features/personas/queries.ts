import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Journey } from "@/bindings/Journey";
import type { Map as CoverageMap } from "@/bindings/Map";
import * as lists from "@/rpc/lists";
import { read } from "@/rpc/useCall";

/** The map of a journey; of the first one where that is no longer there. */
function mapOf(journeys: readonly Journey[], journeyId: string | undefined) {
  const isThere = journeyId !== undefined && journeys.some(({ id }) => id === journeyId);
  return read("coverage.map", isThere ? { journeyId } : {});
}

async function loadMap(journeyId: string | undefined): Promise<void> {
  const [journeys] = await lists.load(lists.journeys);
  await lists.load(mapOf(journeys, journeyId));
}

export async function loadPersonas({ journey }: { journey?: string }): Promise<void> {
  await Promise.all([lists.load(lists.personas, lists.triggers, lists.interviews), loadMap(journey)]);
}

export async function loadPersona(search: { journey?: string }): Promise<void> {
  const more = lists.load(lists.triggerAnswers, lists.insights, lists.formats);
  await Promise.all([loadPersonas(search), more]);
}

/** The map of the journey on show. */
export function useMap(): CoverageMap {
  const { journey } = useSearch({ strict: false });
  return useSuspenseQuery(mapOf(lists.useJourneys(), journey)).data;
}

/** Personas that a trigger moves and for whom nothing in Engage answers it, by trigger. */
export function useUnanswered(): ReadonlyMap<string, readonly string[]> {
  const answers = lists.useTriggerAnswers();
  return useMemo(
    () => new Map(answers.map(({ triggerId, unansweredBy }) => [triggerId, unansweredBy])),
    [answers],
  );
}
