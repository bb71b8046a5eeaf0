// The mode in which the map opens where the address names none.
import { useRef } from "react";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { Mode } from "./search";

/** Before anything is checked every cell with content is unproven: the counts say more then. */
export function openingMode(map: CoverageMap): Mode {
  const isChecked = map.cells.some(({ verdicts }) => verdicts.yes + verdicts.partly + verdicts.no > 0);
  return isChecked ? "state" : "count";
}

/** Decided once a journey, so that the first answer does not turn the map under the reader's eyes. */
export function useOpeningMode(map: CoverageMap | undefined): Mode {
  const decided = useRef<{ journeyId: string; mode: Mode } | null>(null);
  if (map !== undefined && decided.current?.journeyId !== map.journeyId) {
    decided.current = { journeyId: map.journeyId, mode: openingMode(map) };
  }
  return decided.current?.mode ?? "state";
}
