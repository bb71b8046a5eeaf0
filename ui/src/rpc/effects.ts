// What was measured of content at the stages at which it is placed.
import { useCallback } from "react";
import type { Effect } from "@/bindings/Effect";
import type { EntityKind } from "@/bindings/EntityKind";
import { useCall } from "./useCall";

const KINDS: readonly EntityKind[] = ["batch", "asset", "placement", "stage", "journey", "leadAnswer"];

/** Tells what content does at a stage; null where no visits tell. */
export function useEffects(): (assetId: string, stageId: string) => Effect | null {
  const { data } = useCall("check.effects", {}, { kinds: KINDS, keepPrevious: true });
  return useCallback(
    (assetId, stageId) =>
      data?.find((one) => one.assetId === assetId && one.stageId === stageId)?.effect ?? null,
    [data],
  );
}
