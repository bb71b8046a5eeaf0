import { useRef } from "react";
import type { GridEntry } from "./grid";
import { ranged, toggled } from "./selecting";

export interface Selecting<Row> {
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  count: number;
  entryAt: (index: number) => GridEntry<Row> | undefined;
  /** The ids of the rows from one index to another, asked where some of them are not loaded. */
  idsIn: ((first: number, last: number) => Promise<readonly string[]>) | undefined;
  /** The ids of all rows, those of closed groups too. */
  allIds: (() => Promise<readonly string[]>) | undefined;
}

export interface GridSelection {
  toggle: (index: number) => void;
  extendTo: (index: number, isAdding: boolean) => void;
  all: () => void;
  /** False when nothing was selected. */
  clear: () => boolean;
}

function loadedIds<Row>(first: number, last: number, entryAt: Selecting<Row>["entryAt"]) {
  const ids: string[] = [];
  let isWhole = true;
  for (let index = first; index <= last; index += 1) {
    const entry = entryAt(index);
    isWhole &&= entry !== undefined;
    if (entry?.type === "row") {
      ids.push(entry.id);
    }
  }
  return { ids, isWhole };
}

export function useGridSelection<Row>(given: Selecting<Row>): GridSelection {
  const anchor = useRef(0);
  const select = async (first: number, last: number, isAdding: boolean) => {
    const { ids, isWhole } = loadedIds(first, last, given.entryAt);
    const whole = isWhole || given.idsIn === undefined ? ids : await given.idsIn(first, last);
    given.onSelect(ranged(given.selected, whole, isAdding));
  };
  return {
    toggle: (index) => {
      anchor.current = index;
      const entry = given.entryAt(index);
      if (entry?.type === "row") {
        given.onSelect(toggled(given.selected, entry.id));
      }
    },
    extendTo: (index, isAdding) => {
      void select(Math.min(anchor.current, index), Math.max(anchor.current, index), isAdding);
    },
    all: () => {
      if (given.allIds) {
        void given.allIds().then((ids) => given.onSelect(new Set(ids)));
      } else {
        void select(0, given.count - 1, false);
      }
    },
    clear: () => {
      if (given.selected.size > 0) {
        given.onSelect(new Set());
      }
      return given.selected.size > 0;
    },
  };
}
