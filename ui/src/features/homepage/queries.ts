// What Home reads.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Home } from "@/bindings/Home";
import type { Journey } from "@/bindings/Journey";
import * as lists from "@/rpc/lists";
import { read } from "@/rpc/useCall";

/** Home of a journey; of the first one where that is no longer there. */
function homeOf(journeys: readonly Journey[], journeyId: string | undefined) {
  const isThere = journeyId !== undefined && journeys.some(({ id }) => id === journeyId);
  return read("home.get", isThere ? { journeyId } : {});
}

export async function loadHome({ journey }: { journey?: string }): Promise<void> {
  const [journeys] = await lists.load(lists.journeys, lists.personas, lists.stages, lists.members);
  await lists.load(homeOf(journeys, journey));
}

export function useHome(): Home {
  const { journey } = useSearch({ strict: false });
  return useSuspenseQuery(homeOf(lists.useJourneys(), journey)).data;
}

export interface Names {
  persona: (id: string | null) => string;
  stage: (id: string) => string;
  /** The journey that a stage is of. */
  journey: (stageId: string) => string;
  member: (id: string | null) => string;
}

/** What personas, stages and members are called. */
export function useNames(): Names {
  const personas = lists.usePersonas();
  const stages = lists.useStages();
  const members = lists.useMembers();
  return useMemo(() => {
    const find = (list: readonly { id: string; name: string }[], id: string | null) =>
      list.find((one) => one.id === id)?.name ?? "";
    return {
      persona: (id) => (id === null ? "All" : find(personas, id)),
      stage: (id) => find(stages, id),
      journey: (id) => stages.find((stage) => stage.id === id)?.journeyId ?? "",
      member: (id) => find(members, id),
    };
  }, [personas, stages, members]);
}
