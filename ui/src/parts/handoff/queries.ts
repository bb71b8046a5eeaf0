// What is read of a lead that was handed over.
import { useMemo } from "react";
import { useCall } from "@/rpc/useCall";
import { useClock } from "@/rpc/useClock";
import type { Moment } from "@/words/followUp";

/** Everything that facts and the plan tell before a call. */
export function useBrief(key: number) {
  return useCall("followUp.brief", { key });
}

/** The time that clocks stand at, with the words of the workspace's zone. */
export function useMoment({ at, running }: Pick<Moment, "at" | "running">): Moment {
  const clock = useClock();
  return useMemo(() => ({ at, running, clock }), [at, running, clock]);
}
