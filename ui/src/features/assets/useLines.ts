// The table's lines: rows as they come from core, and the groups between them that can be closed.
import { useCallback, useMemo, useState } from "react";
import type { AssetRow } from "@/bindings/AssetRow";
import type { ListAssets } from "@/bindings/ListAssets";
import type { GridEntry } from "@/components/grid/grid";
import { call } from "@/rpc/call";
import { groupEntry, labelOfEntry, lineAt, linesOf, rowEntry, rowsOn } from "./entries";
import { useAssetWindow } from "./queries";
import { sayGroup } from "./words";

const NONE: ReadonlySet<string> = new Set();
// Rows asked for beyond those in sight, so that scrolling seldom meets one that has not come.
const AHEAD = 60;

export interface TableLines {
  /** null until the first rows have come. */
  total: number | null;
  count: number;
  entryAt: (line: number) => GridEntry<AssetRow> | undefined;
  onRange: (first: number, last: number) => void;
  toggle: (id: string) => void;
  idsIn: (first: number, last: number) => Promise<readonly string[]>;
  allIds: () => Promise<readonly string[]>;
}

function useClosed(group: string | undefined) {
  const [closed, setClosed] = useState({ group, labels: NONE });
  const labels = closed.group === group ? closed.labels : NONE;
  const toggle = useCallback(
    (id: string) =>
      setClosed((old) => {
        const next = new Set(old.group === group ? old.labels : NONE);
        const label = labelOfEntry(id);
        if (!next.delete(label)) {
          next.add(label);
        }
        return { group, labels: next };
      }),
    [group],
  );
  return { labels, toggle };
}

export function useLines(request: ListAssets): TableLines {
  const { total, head, rowAt, onIndexes } = useAssetWindow(request);
  const { labels, toggle } = useClosed(request.group);
  const lines = useMemo(() => linesOf(total ?? 0, head?.groups ?? [], labels), [total, head?.groups, labels]);
  const group = request.group;
  const headings = useMemo(
    () => new Map(lines.sections.map((one) => [one, groupEntry(one, sayGroup(group ?? "title", one.label))])),
    [lines, group],
  );
  const entryAt = useCallback(
    (line: number) => {
      const at = lineAt(lines, line);
      if (typeof at !== "number") {
        return headings.get(at);
      }
      const row = rowAt(at);
      return row && rowEntry(row);
    },
    [lines, headings, rowAt],
  );
  const onRange = useCallback(
    (first: number, last: number) => onIndexes(rowsOn(lines, first - AHEAD, last + AHEAD)),
    [lines, onIndexes],
  );
  const allIds = useCallback(() => call("asset.selectAll", request), [request]);
  const idsIn = useCallback(
    async (first: number, last: number) => {
      const ids = await call("asset.selectAll", request);
      return rowsOn(lines, first, last).flatMap((row) => ids[row] ?? []);
    },
    [request, lines],
  );
  return { total, count: lines.count, entryAt, onRange, toggle, idsIn, allIds };
}
