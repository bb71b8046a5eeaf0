import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { DialogueStage } from "@/bindings/DialogueStage";
import type { Journey } from "@/bindings/Journey";
import type { Need } from "@/bindings/Need";
import type { NeedStanding } from "@/bindings/NeedStanding";
import type { Persona } from "@/bindings/Persona";
import type { Stage } from "@/bindings/Stage";
import * as lists from "@/rpc/lists";
import { read } from "@/rpc/useCall";
import type { StagesSearch } from "./search";

function standingsOf(journeyId: string) {
  return read("need.standings", { journeyId });
}

/** Where each need of a journey stands, by need. */
export function useStandings(journeyId: string): (needId: string) => NeedStanding {
  const { data } = useSuspenseQuery(standingsOf(journeyId));
  return useMemo(() => {
    const known = new Map(data.map((standing) => [standing.needId, standing]));
    return (needId: string) => known.get(needId) ?? { needId, status: null, cells: [] };
  }, [data]);
}

interface Address extends Pick<StagesSearch, "stage" | "need" | "persona"> {
  journey?: string;
}

export interface Shown {
  journey: Journey | undefined;
  stage: Stage | undefined;
  need: Need | undefined;
}

function shownAt(
  address: Address,
  journeys: readonly Journey[],
  stages: readonly Stage[],
  needs: readonly Need[],
): Shown {
  const need = needs.find(({ id }) => id === address.need);
  const stage = stages.find(({ id }) => id === address.stage);
  const at = stage ?? stages.find(({ id }) => id === need?.stageId);
  const wanted = at?.journeyId ?? address.journey;
  return { journey: journeys.find(({ id }) => id === wanted) ?? journeys[0], stage, need };
}

function dialogueOf(personaId: string, journeyId: string) {
  return read("need.dialogue", { personaId, journeyId });
}

/** The persona whose dialogue an address shows: the first one where it names none that is there. */
export function speakerOf({ persona }: Address, personas: readonly Persona[]): Persona | undefined {
  return personas.find(({ id }) => id === persona) ?? personas[0];
}

export async function loadStages(address: Address & StagesSearch): Promise<void> {
  const more = lists.load(lists.presets, lists.formats);
  const known = await lists.load(lists.journeys, lists.stages, lists.needs);
  const [personas] = await lists.load(lists.personas);
  const { journey } = shownAt(address, ...known);
  const speaker = address.way === "dialogue" ? speakerOf(address, personas) : undefined;
  await Promise.all([
    more,
    journey && lists.load(standingsOf(journey.id)),
    journey && speaker && lists.load(dialogueOf(speaker.id, journey.id)),
  ]);
}

/** While the dialogue of another persona is on its way, that of the last one stays. */
export function useDialogue(personaId: string, journeyId: string): readonly DialogueStage[] | undefined {
  return useQuery({ ...dialogueOf(personaId, journeyId), placeholderData: keepPreviousData }).data;
}

/** What the address names; a stage or need brings its journey with it. */
export function useShown(): Shown {
  const address = useSearch({ strict: false });
  return shownAt(address, lists.useJourneys(), lists.useStages(), lists.useNeeds());
}
