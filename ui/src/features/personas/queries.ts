import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Journey } from "@/bindings/Journey";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { PersonaPath } from "@/bindings/PersonaPath";
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

function pathOf(journeys: readonly Journey[], journeyId: string | undefined, personaId: string) {
  const isThere = journeyId !== undefined && journeys.some(({ id }) => id === journeyId);
  return read("persona.path", isThere ? { personaId, journeyId } : { personaId });
}

export async function loadPersona(search: { journey?: string }, personaId: string): Promise<void> {
  const more = lists.load(lists.triggerAnswers, lists.insights, lists.formats);
  await Promise.all([loadPersonas(search), more]);
  const [journeys] = await lists.load(lists.journeys);
  // A persona that is gone is said by its page.
  await lists.load(pathOf(journeys, search.journey, personaId)).catch(() => null);
}

/** The persona's path along the journey on show. */
export function usePath(personaId: string): PersonaPath {
  const { journey } = useSearch({ strict: false });
  return useSuspenseQuery(pathOf(lists.useJourneys(), journey, personaId)).data;
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
