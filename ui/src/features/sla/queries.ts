// What the SLA reads.
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Agreement } from "@/bindings/Agreement";
import type { Bounds } from "@/bindings/Bounds";
import type { SlaReport } from "@/bindings/SlaReport";
import { today } from "@/components/today";
import * as lists from "@/rpc/lists";
import { read } from "@/rpc/useCall";
import { inForceOn } from "./versions";

const report = read("sla.get", {});
const agreements = read("agreement.list", {}, ["agreement"]);
const model = read("scoring.applied", {}, ["scoringModel"]);

export async function loadSla(): Promise<void> {
  await lists.load(report, agreements);
}

export async function loadAgreement(): Promise<void> {
  await lists.load(agreements, model);
}

export function useReport(): SlaReport {
  return useSuspenseQuery(report).data;
}

/** All versions, the latest first. */
export function useAgreements(): readonly Agreement[] {
  return useSuspenseQuery(agreements).data.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn));
}

/** The version that holds today. What months are held against is told with them. */
export function useInForce(): Agreement | undefined {
  return inForceOn(useAgreements(), today());
}

/** From which score on a lead is warm. */
export function useBounds(): Bounds {
  return useSuspenseQuery(model).data.recipe.bounds;
}
