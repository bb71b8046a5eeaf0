// What this view reads.
import { useCallback, useMemo } from "react";
import type { AssetList } from "@/bindings/AssetList";
import type { AssetRow } from "@/bindings/AssetRow";
import type { EntityKind } from "@/bindings/EntityKind";
import type { ListAssets } from "@/bindings/ListAssets";
import type { Choice } from "@/components/Choices";
import { call } from "@/rpc/call";
import { useFormats } from "@/rpc/lists";
import { useSession } from "@/rpc/session";
import { useCall } from "@/rpc/useCall";
import { type RowWindow, useWindow } from "@/rpc/useWindow";
import { todayIn } from "./values";

/** What a row is made of: the asset, its format, how often it is placed, what the deal check says. */
const OF_ROWS: readonly EntityKind[] = ["asset", "format", "placement", "verdict"];

export function useAssetWindow(request: ListAssets): RowWindow<AssetRow, AssetList> {
  const load = useCallback(
    (offset: number, limit: number) => call("asset.list", { ...request, offset, limit }),
    [request],
  );
  return useWindow<AssetRow, AssetList>({ key: ["asset.list", request], load, kinds: OF_ROWS });
}

/** How many assets pass. */
export function useAssetCount(request: ListAssets): number | null {
  // Neither order nor groups matter to how many there are, and without them counting is quick.
  const { sort: _sort, group: _group, ...which } = request;
  const answer = useCall("asset.list", { ...which, limit: 0 }, { kinds: OF_ROWS, keepPrevious: true });
  return answer.data?.total ?? null;
}

export function useFormatChoices(): readonly Choice[] {
  const formats = useFormats();
  return useMemo(() => formats.map(({ id, name }) => ({ id, label: name })), [formats]);
}

/** Today, where the workspace counts its days. */
export function useToday(): string {
  const zone = useSession()?.open?.workspace.timeZone ?? "UTC";
  return todayIn(zone);
}
