// What the view of the funnel reads.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { FunnelQuery } from "@/bindings/FunnelQuery";
import type { FunnelReport } from "@/bindings/FunnelReport";
import * as lists from "@/rpc/lists";
import { read } from "@/rpc/useCall";

/** Facts, and what the plan says of stages, answers and working days. */
const KINDS = [
  "batch",
  "journey",
  "stage",
  "leadAnswer",
  "advocate",
  "agreement",
  "workspace",
  "persona",
] as const;

const report = (query: FunnelQuery) => read("funnel.get", query, KINDS);

export async function loadFunnel(query: FunnelQuery): Promise<void> {
  await lists.load(lists.journeys, lists.stages, report(query));
}

export interface Shown {
  report: FunnelReport | undefined;
  /** Another one is being counted; the last one stays until then. */
  isCounting: boolean;
}

export function useFunnel(query: FunnelQuery): Shown {
  const { data, isPlaceholderData } = useQuery({ ...report(query), placeholderData: keepPreviousData });
  return { report: data, isCounting: isPlaceholderData };
}
