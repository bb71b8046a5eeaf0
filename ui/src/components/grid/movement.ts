// Where a key takes the focus in a grid. The header is row −1.
import type { CellPosition } from "./grid";

export interface GridExtent {
  rows: number;
  columns: number;
  /** How many rows a page up or down passes. */
  page: number;
}

type Move = (from: CellPosition, extent: GridExtent, far: boolean) => CellPosition;

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: ({ row, column }, _, far) => ({ row: far ? 0 : row - 1, column }),
  ArrowDown: ({ row, column }, { rows }, far) => ({ row: far ? rows - 1 : row + 1, column }),
  ArrowLeft: ({ row, column }, _, far) => ({ row, column: far ? 0 : column - 1 }),
  ArrowRight: ({ row, column }, { columns }, far) => ({ row, column: far ? columns - 1 : column + 1 }),
  PageUp: ({ row, column }, { page }) => ({ row: Math.max(0, row - page), column }),
  PageDown: ({ row, column }, { page }) => ({ row: row + page, column }),
  Home: ({ row }, _, far) => ({ row: far ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns }, far) => ({ row: far ? rows - 1 : row, column: columns - 1 }),
};

function within(value: number, from: number, to: number): number {
  return Math.max(from, Math.min(to, value));
}

/** The cell a key leads to, or null when the key does not move. `far` is Ctrl or ⌘ held. */
export function moveCell(
  key: string,
  from: CellPosition,
  extent: GridExtent,
  far: boolean,
): CellPosition | null {
  const move = MOVES[key];
  if (move === undefined) {
    return null;
  }
  const to = move(from, extent, far);
  return { row: within(to.row, -1, extent.rows - 1), column: within(to.column, 0, extent.columns - 1) };
}
