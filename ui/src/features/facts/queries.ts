// What the tables of imported data read.
import { useCallback, useMemo } from "react";
import type { EntityKind } from "@/bindings/EntityKind";
import type { FactQuery } from "@/bindings/FactQuery";
import type { FactRow } from "@/bindings/FactRow";
import type { FactRows } from "@/bindings/FactRows";
import { call } from "@/rpc/call";
import { factCounts, load } from "@/rpc/lists";
import { type RowWindow, useWindow } from "@/rpc/useWindow";
import { firstOf, type Tabled } from "./search";

/** All of it comes with files. */
const OF_FILES: readonly EntityKind[] = ["batch"];

export type FactWindow = RowWindow<FactRow, FactRows>;

export function useFactWindow(subject: Tabled, text: string | undefined): FactWindow {
  const query = useMemo<FactQuery>(() => ({ subject, ...(text !== undefined && { text }) }), [subject, text]);
  const loadPart = useCallback(
    (offset: number, limit: number) => call("facts.rows", { ...query, offset, limit }),
    [query],
  );
  return useWindow<FactRow, FactRows>({ key: ["facts.rows", query], load: loadPart, kinds: OF_FILES });
}

/** The table that is shown where none is named. */
export async function loadFirst(): Promise<Tabled | undefined> {
  const [counts] = await load(factCounts);
  return firstOf(counts);
}
