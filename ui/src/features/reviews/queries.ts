// What the reviews read.
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Decision } from "@/bindings/Decision";
import type { FundingList } from "@/bindings/FundingList";
import type { Review } from "@/bindings/Review";
import type { SnapshotRow } from "@/bindings/SnapshotRow";
import type { StopList } from "@/bindings/StopList";
import * as lists from "@/rpc/lists";
import { read, useCall } from "@/rpc/useCall";

const snapshots = read("snapshot.list", {}, ["snapshot", "member"]);
const reviews = read("review.list", {}, ["review"]);
const decisions = read("decision.list", {}, ["decision", "review"]);
const funding = read("review.funding", {});
const stops = read("review.stop", {});
const pageOf = (id: string) => read("review.get", { id });

export async function loadReviews(): Promise<void> {
  await lists.load(snapshots, reviews, decisions, funding, stops);
  await lists.load(lists.personas, lists.stages, lists.members);
}

export async function loadReview(id: string): Promise<void> {
  await lists.load(snapshots, reviews, lists.personas, lists.stages, lists.members);
  // A review that is gone is said by its page.
  await lists.load(pageOf(id)).catch(() => null);
}

export function useSnapshots(): readonly SnapshotRow[] {
  return useSuspenseQuery(snapshots).data;
}

export function useReviews(): readonly Review[] {
  return useSuspenseQuery(reviews).data;
}

export function useDecisions(): readonly Decision[] {
  return useSuspenseQuery(decisions).data;
}

export function useFunding(): FundingList {
  return useSuspenseQuery(funding).data;
}

export function useStops(): StopList {
  return useSuspenseQuery(stops).data;
}

/** A review with its agenda; undefined while it is on its way. */
export function useReview(id: string) {
  return useCall("review.get", { id });
}

/** What turned between two snapshots; undefined while it is on its way. */
export function useCompared(before: string, after: string | undefined) {
  return useCall("snapshot.compare", after === undefined ? { before } : { before, after }, {
    keepPrevious: true,
  });
}

export interface PlaceNames {
  persona: (id: string | null) => string;
  stage: (id: string | null) => string;
}

export function usePlaceNames(): PlaceNames {
  const [personas, stages] = [lists.usePersonas(), lists.useStages()];
  return {
    persona: (id) => (id === null ? "everybody" : (personas.find((one) => one.id === id)?.name ?? "")),
    stage: (id) => stages.find((one) => one.id === id)?.name ?? "",
  };
}
