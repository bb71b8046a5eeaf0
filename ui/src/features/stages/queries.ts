import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Journey } from "@/bindings/Journey";
import type { Need } from "@/bindings/Need";
import type { NeedStanding } from "@/bindings/NeedStanding";
import type { Stage } from "@/bindings/Stage";
import * as lists from "@/rpc/lists";
import { read } from "@/rpc/useCall";

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

interface Address {
  journey?: string;
  stage?: string;
  need?: string;
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

export async function loadStages(address: Address): Promise<void> {
  const more = lists.load(lists.personas, lists.presets);
  const known = await lists.load(lists.journeys, lists.stages, lists.needs);
  const { journey } = shownAt(address, ...known);
  await Promise.all([more, journey && lists.load(standingsOf(journey.id))]);
}

/** What the address names; a stage or need brings its journey with it. */
export function useShown(): Shown {
  const address = useSearch({ strict: false });
  return shownAt(address, lists.useJourneys(), lists.useStages(), lists.useNeeds());
}
