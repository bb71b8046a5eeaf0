// What the playbook reads.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { Journey } from "@/bindings/Journey";
import type { PlaybookStage } from "@/bindings/PlaybookStage";
import * as lists from "@/rpc/lists";
import { read } from "@/rpc/useCall";

/** The request for a journey; for the first one where that is no longer there. */
function requestOf(journeys: readonly Journey[], journeyId: string | undefined) {
  const isThere = journeyId !== undefined && journeys.some(({ id }) => id === journeyId);
  return isThere ? { journeyId } : {};
}

export async function loadPlaybook({ journey }: { journey?: string }): Promise<void> {
  const [journeys] = await lists.load(lists.journeys, lists.personas, lists.members);
  await lists.load(read("playbook.get", requestOf(journeys, journey)));
}

export interface Playbook {
  stages: readonly PlaybookStage[];
  /** Which journey it is of. */
  request: { journeyId?: string };
}

export function usePlaybook(): Playbook {
  const { journey } = useSearch({ strict: false });
  const request = requestOf(lists.useJourneys(), journey);
  return { stages: useSuspenseQuery(read("playbook.get", request)).data, request };
}
