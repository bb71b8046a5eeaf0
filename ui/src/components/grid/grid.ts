// What a virtual grid shows. Rows may be missing (they are on their way); the grid asks for what is in
// sight through onRange and draws the rest from what it has.
import type { ReactNode } from "react";

export interface CellEditing<Row> {
  row: Row;
  /** The character that opened the editor, or null when it was opened by Enter, F2 or a double click. */
  typed: string | null;
  /** Ends editing and gives the focus back to the grid, on the cell given. */
  close: (next: "stay" | "down" | "right") => void;
}

export interface GridColumn<Row> {
  id: string;
  title: string;
  /** In px at a text size of 100%. */
  width: number;
  minWidth?: number;
  /** Its share of the room that is left, until somebody sets its width. */
  grow?: number;
  align?: "start" | "end";
  isSortable?: boolean;
  /** The first press on its title brings the largest to the top. */
  isLargestFirst?: boolean;
  cell: (row: Row) => ReactNode;
  /** The editor of a cell; left out where the column cannot be edited. */
  edit?: (editing: CellEditing<Row>) => ReactNode;
}

export interface GridSort {
  column: string;
  isDescending: boolean;
}

/** The columns sorted by, the first one first. */
export function sortsOf(sort: GridSort | readonly GridSort[] | null): readonly GridSort[] {
  if (sort === null) {
    return [];
  }
  return "column" in sort ? [sort] : sort;
}

export interface DataEntry<Row> {
  type: "row";
  id: string;
  row: Row;
}

export interface GroupEntry {
  type: "group";
  id: string;
  title: ReactNode;
  /** The title as plain text. */
  name: string;
  count: number;
  isOpen: boolean;
}

export type GridEntry<Row> = DataEntry<Row> | GroupEntry;

/** What the verbs of a view ask of its grid. */
export interface GridControl {
  /** Makes the row so many further on the active one, and brings the focus to the grid. */
  move: (by: number) => void;
}

/** Row −1 is the header. */
export interface CellPosition {
  row: number;
  column: number;
}
