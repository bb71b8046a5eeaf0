import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Journey } from "@/bindings/Journey";
import type { Need } from "@/bindings/Need";
import type { NeedInCell } from "@/bindings/NeedInCell";
import type { Persona } from "@/bindings/Persona";
import type { Stage } from "@/bindings/Stage";
import { useCall } from "@/rpc/useCall";

const NO_JOURNEYS: readonly Journey[] = [];
const NO_NEEDS: readonly Need[] = [];
const NO_PERSONAS: readonly Persona[] = [];

export function useJourneys(): readonly Journey[] {
  return useCall("journey.list", {}, { kinds: ["journey"] }).data ?? NO_JOURNEYS;
}

export function useStages() {
  return useCall("stage.list", {}, { kinds: ["stage", "journey"] });
}

export function useNeeds(): readonly Need[] {
  return useCall("need.list", {}, { kinds: ["need", "stage", "persona", "asset"] }).data ?? NO_NEEDS;
}

export function usePersonas(): readonly Persona[] {
  return useCall("persona.list", {}, { kinds: ["persona"] }).data ?? NO_PERSONAS;
}

const NO_CELLS: readonly NeedInCell[] = [];

/** Where each need of a journey stands, by need. */
export function useStandings(journeyId: string | undefined): (needId: string) => readonly NeedInCell[] {
  const { data } = useCall("need.standings", journeyId === undefined ? {} : { journeyId }, {
    keepPrevious: true,
  });
  return useMemo(() => {
    const known = new Map(data?.map(({ needId, cells }) => [needId, cells]));
    return (needId: string) => known.get(needId) ?? NO_CELLS;
  }, [data]);
}

export interface Shown {
  journey: Journey | undefined;
  stage: Stage | undefined;
  need: Need | undefined;
}

/** What the address names; a stage or need brings its journey with it. */
export function useShown(stages: readonly Stage[], needs: readonly Need[]): Shown {
  const journeys = useJourneys();
  const search = useSearch({ strict: false });
  const need = needs.find(({ id }) => id === search.need);
  const stage = stages.find(({ id }) => id === search.stage);
  const at = stage ?? stages.find(({ id }) => id === need?.stageId);
  const wanted = at?.journeyId ?? search.journey;
  return { journey: journeys.find(({ id }) => id === wanted) ?? journeys[0], stage, need };
}
