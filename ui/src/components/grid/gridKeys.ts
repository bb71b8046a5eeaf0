import type { KeyboardEvent } from "react";
import type { CellPosition, GridColumn, GridEntry } from "./grid";
import { type GridExtent, moveCell } from "./movement";

export interface GridKeysContext<Row> {
  active: CellPosition;
  extent: GridExtent;
  columns: readonly GridColumn<Row>[];
  entryAt: (index: number) => GridEntry<Row> | undefined;
  moveTo: (to: CellPosition, isExtending: boolean) => void;
  edit: (typed: string | null) => void;
  open: (row: Row) => void;
  toggleGroup: (id: string) => void;
  sort: (column: string, isAdding: boolean) => void;
  toggleRow: (index: number) => void;
  selectAll: () => void;
  /** False when nothing was selected. */
  clear: () => boolean;
  resize: (column: string, px: number) => void;
}

const RESIZE_STEP = 16;

function onHeader<Row>(event: KeyboardEvent, context: GridKeysContext<Row>): boolean {
  const column = context.columns[context.active.column];
  if (column === undefined) {
    return false;
  }
  if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
    context.resize(column.id, event.key === "ArrowLeft" ? -RESIZE_STEP : RESIZE_STEP);
    return true;
  }
  if (event.key === "Enter" || event.key === " ") {
    context.sort(column.id, event.shiftKey);
    return true;
  }
  return false;
}

function onGroup<Row>(event: KeyboardEvent, entry: GridEntry<Row>, context: GridKeysContext<Row>): boolean {
  if (entry.type !== "group") {
    return false;
  }
  const isWanted =
    event.key === "Enter" ||
    event.key === " " ||
    (event.key === "ArrowRight" && !entry.isOpen) ||
    (event.key === "ArrowLeft" && entry.isOpen);
  if (isWanted) {
    context.toggleGroup(entry.id);
  }
  return isWanted;
}

function isCharacter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
}

function onRow<Row>(event: KeyboardEvent, entry: GridEntry<Row>, context: GridKeysContext<Row>): boolean {
  if (entry.type !== "row") {
    return false;
  }
  const isEditable = context.columns[context.active.column]?.edit !== undefined;
  if (event.key === " ") {
    context.toggleRow(context.active.row);
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    context.open(entry.row);
  } else if (isEditable && (event.key === "Enter" || event.key === "F2")) {
    context.edit(null);
  } else if (event.key === "Enter") {
    context.open(entry.row);
  } else if (isEditable && isCharacter(event)) {
    context.edit(event.key);
  } else {
    return false;
  }
  return true;
}

function onAnywhere<Row>(event: KeyboardEvent, context: GridKeysContext<Row>): boolean {
  const far = event.ctrlKey || event.metaKey;
  if (far && event.key.toLowerCase() === "a") {
    context.selectAll();
    return true;
  }
  if (event.key === "Escape") {
    return context.clear();
  }
  const to = moveCell(event.key, context.active, context.extent, far);
  if (to === null || event.altKey) {
    return false;
  }
  context.moveTo(to, event.shiftKey && event.key.startsWith("Arrow"));
  return true;
}

/** What a key does in a grid; true when it did something. */
export function handleGridKey<Row>(event: KeyboardEvent, context: GridKeysContext<Row>): boolean {
  const entry = context.entryAt(context.active.row);
  const isHandled =
    (context.active.row < 0 && onHeader(event, context)) ||
    (entry !== undefined && (onGroup(event, entry, context) || onRow(event, entry, context)));
  return isHandled || onAnywhere(event, context);
}
