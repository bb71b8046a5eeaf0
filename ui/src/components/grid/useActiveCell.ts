import { type RefObject, useEffect, useState } from "react";
import type { CellEditing, CellPosition } from "./grid";
import type { Rows } from "./useRows";

export interface ActiveCell {
  active: CellPosition;
  activeId: string;
  editing: Pick<CellEditing<unknown>, "typed" | "close"> | null;
  moveTo: (to: CellPosition) => void;
  edit: (typed: string | null) => void;
}

interface CellSpace {
  gridId: string;
  scroller: RefObject<HTMLDivElement | null>;
  sight: Rows;
  rows: number;
  columns: number;
}

/** Scrolls sideways to the active cell; up and down the rows are shown. */
function useActiveInSight(activeId: string, scroller: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const box = scroller.current;
    const cell = document.getElementById(activeId);
    if (box === null || cell === null) {
      return;
    }
    const end = cell.offsetLeft + cell.offsetWidth;
    if (cell.offsetLeft < box.scrollLeft) {
      box.scrollLeft = cell.dataset.column === "0" ? 0 : cell.offsetLeft;
    } else if (end > box.scrollLeft + box.clientWidth) {
      box.scrollLeft = end - box.clientWidth;
    }
  }, [activeId, scroller]);
}

/** Which cell is active, and whether it is being edited. */
export function useActiveCell({ gridId, scroller, sight, rows, columns }: CellSpace): ActiveCell {
  const [wanted, setWanted] = useState<CellPosition>({ row: 0, column: 0 });
  const [opened, setOpened] = useState<{ typed: string | null } | null>(null);
  // Rows and columns may have become fewer since.
  const active = { row: Math.min(wanted.row, rows - 1), column: Math.min(wanted.column, columns - 1) };
  const moveTo = (to: CellPosition) => {
    setWanted(to);
    setOpened(null);
    if (to.row >= 0) {
      sight.show(to.row);
    }
  };
  const close = (next: "stay" | "down" | "right") => {
    moveTo({
      row: next === "down" ? Math.min(rows - 1, active.row + 1) : active.row,
      column: next === "right" ? Math.min(columns - 1, active.column + 1) : active.column,
    });
    scroller.current?.focus();
  };
  const activeId =
    active.row < 0 ? `${gridId}-h-${active.column}` : `${gridId}-${active.row}-${active.column}`;
  useActiveInSight(activeId, scroller);
  return {
    active,
    activeId,
    editing: opened === null ? null : { typed: opened.typed, close },
    moveTo,
    edit: (typed) => setOpened({ typed }),
  };
}
