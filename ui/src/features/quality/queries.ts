// What the view of data quality reads.
import { useCallback, useMemo } from "react";
import type { EntityKind } from "@/bindings/EntityKind";
import type { FlaggedList } from "@/bindings/FlaggedList";
import type { FlaggedQuery } from "@/bindings/FlaggedQuery";
import type { FlaggedRow } from "@/bindings/FlaggedRow";
import type { GuardList } from "@/bindings/GuardList";
import type { GuardRow } from "@/bindings/GuardRow";
import type { QualitySettings } from "@/bindings/QualitySettings";
import { call } from "@/rpc/call";
import * as lists from "@/rpc/lists";
import { mutateField } from "@/rpc/mutate";
import { read, useCall } from "@/rpc/useCall";
import { type RowWindow, useWindow } from "@/rpc/useWindow";
import { type Looked, SALES } from "./search";

const OF_REPORT: readonly EntityKind[] = ["batch", "workspace", "leadAnswer"];
/** What to verify first goes by scores, too. */
const OF_VERIFY: readonly EntityKind[] = [
  "batch",
  "workspace",
  "persona",
  "asset",
  "placement",
  "stage",
  "scoringModel",
];
const OF_GUARD: readonly EntityKind[] = ["batch", "workspace", "programme"];
const OF_FLAGS: readonly EntityKind[] = ["batch", "leadAnswer"];

const report = read("quality.report", {}, OF_REPORT);

export async function loadQuality(): Promise<void> {
  await lists.load(lists.batches, lists.workspace, report);
}

export function useReport() {
  return useCall("quality.report", {}, { kinds: OF_REPORT }).data;
}

export function useVerify() {
  return useCall("quality.verify", {}, { kinds: OF_VERIFY });
}

export function useFlagged(reason: Looked | undefined): RowWindow<FlaggedRow, FlaggedList> {
  const query = useMemo<FlaggedQuery>(
    () => (reason === SALES ? { bySales: true } : reason === undefined ? {} : { reason }),
    [reason],
  );
  const load = useCallback(
    (offset: number, limit: number) => call("quality.flagged", { ...query, offset, limit }),
    [query],
  );
  return useWindow<FlaggedRow, FlaggedList>({ key: ["quality.flagged", query], load, kinds: OF_FLAGS });
}

export type Guarded = GuardList & { total: number };

export function useGuard(): RowWindow<GuardRow, Guarded> {
  const load = useCallback(async (offset: number, limit: number) => {
    const list = await call("quality.guard", { offset, limit });
    return { ...list, total: list.over };
  }, []);
  return useWindow<GuardRow, Guarded>({ key: ["quality.guard"], load, kinds: OF_GUARD });
}

/** Keeps some of the settings; what is wrong with them comes back. */
export function saveQuality(
  settings: QualitySettings,
  part: Partial<QualitySettings>,
  toast?: string,
): Promise<string | null> {
  const set = { quality: { ...settings, ...part } };
  return mutateField("workspace.update", { set }, toast === undefined ? {} : { toast });
}

export { useClock } from "@/rpc/useClock";
