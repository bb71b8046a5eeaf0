// What the pointer does in a grid.
import type { MouseEvent } from "react";
import type { GridKeysContext } from "./gridKeys";

export interface Hit {
  row: number;
  column: number;
  /** On the box that selects the row. */
  isCheck: boolean;
}

export function hitOf(target: EventTarget): Hit | null {
  const element = target instanceof Element ? target : null;
  const row = element?.closest<HTMLElement>("[data-index]");
  if (!row) {
    return null;
  }
  const cell = element?.closest<HTMLElement>("[data-column]");
  return {
    row: Number(row.dataset.index),
    column: Number(cell?.dataset.column ?? 0),
    isCheck: element?.closest("[data-check]") !== null,
  };
}

export interface GridPointerContext<Row> extends GridKeysContext<Row> {
  extendTo: (index: number, isAdding: boolean) => void;
}

export function handleGridPress<Row>(event: MouseEvent, context: GridPointerContext<Row>): void {
  const hit = hitOf(event.target);
  if (hit === null || hit.isCheck || event.button !== 0) {
    return;
  }
  const isAdding = event.ctrlKey || event.metaKey;
  if (event.shiftKey) {
    event.preventDefault();
    context.extendTo(hit.row, isAdding);
  } else if (isAdding) {
    context.toggleRow(hit.row);
  }
  if (hit.row !== context.active.row || hit.column !== context.active.column) {
    context.moveTo({ row: hit.row, column: hit.column }, false);
  }
}

export function handleGridDoubleClick<Row>(event: MouseEvent, context: GridPointerContext<Row>): void {
  const hit = hitOf(event.target);
  const entry = hit === null ? undefined : context.entryAt(hit.row);
  if (hit === null || hit.isCheck || entry?.type !== "row") {
    return;
  }
  if (context.columns[hit.column]?.edit) {
    context.edit(null);
  } else {
    context.open(entry.row);
  }
}
