import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useState } from "react";
import type { CellEditing, CellPosition } from "./grid";

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
  virtual: Virtualizer<HTMLDivElement, Element>;
  rows: number;
  columns: number;
}

/** Which cell is active, and whether it is being edited. */
export function useActiveCell({ gridId, scroller, virtual, rows, columns }: CellSpace): ActiveCell {
  const [wanted, setWanted] = useState<CellPosition>({ row: 0, column: 0 });
  const [opened, setOpened] = useState<{ typed: string | null } | null>(null);
  // Rows and columns may have become fewer since.
  const active = { row: Math.min(wanted.row, rows - 1), column: Math.min(wanted.column, columns - 1) };
  const moveTo = (to: CellPosition) => {
    setWanted(to);
    setOpened(null);
    if (to.row >= 0) {
      virtual.scrollToIndex(to.row);
    }
  };
  const close = (next: "stay" | "down" | "right") => {
    moveTo({
      row: next === "down" ? Math.min(rows - 1, active.row + 1) : active.row,
      column: next === "right" ? Math.min(columns - 1, active.column + 1) : active.column,
    });
    scroller.current?.focus();
  };
  return {
    active,
    activeId: active.row < 0 ? `${gridId}-h-${active.column}` : `${gridId}-${active.row}-${active.column}`,
    editing: opened === null ? null : { typed: opened.typed, close },
    moveTo,
    edit: (typed) => setOpened({ typed }),
  };
}
