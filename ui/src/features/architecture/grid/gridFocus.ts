// One stop for Tab in a grid, moved by the arrow keys. The stop is kept in the page, not in React: moving
// it draws no cell anew, however many there are.

const STOPS = "[data-stop]";

export interface Place {
  row: number;
  column: number;
}

/** Where a key leads from a place in a grid of so many rows and columns; null where it leads nowhere. */
export function step(key: string, isFar: boolean, at: Place, rows: number, columns: number): Place | null {
  const clamp = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);
  const last = { row: rows - 1, column: columns - 1 };
  switch (key) {
    case "ArrowUp":
      return { ...at, row: isFar ? 0 : clamp(at.row - 1, rows) };
    case "ArrowDown":
      return { ...at, row: isFar ? last.row : clamp(at.row + 1, rows) };
    case "ArrowLeft":
      return { ...at, column: isFar ? 0 : clamp(at.column - 1, columns) };
    case "ArrowRight":
      return { ...at, column: isFar ? last.column : clamp(at.column + 1, columns) };
    case "PageUp":
      return { ...at, row: clamp(at.row - 8, rows) };
    case "PageDown":
      return { ...at, row: clamp(at.row + 8, rows) };
    case "Home":
      return isFar ? { row: 0, column: 0 } : { ...at, column: 0 };
    case "End":
      return isFar ? last : { ...at, column: last.column };
    default:
      return null;
  }
}

/** Makes an element the one that Tab reaches. */
export function makeStop(grid: HTMLElement, stop: HTMLElement): void {
  for (const other of grid.querySelectorAll<HTMLElement>(`${STOPS}[tabindex="0"]`)) {
    other.tabIndex = -1;
  }
  stop.tabIndex = 0;
}

/** Sees to it that Tab reaches the grid, also after rows have come or gone. */
export function keepStop(grid: HTMLElement): void {
  const stops = grid.querySelectorAll<HTMLElement>(STOPS);
  const hasStop = [...stops].some((stop) => stop.tabIndex === 0);
  // The first cell, rather than the name at the head of its row.
  const first = grid.querySelector<HTMLElement>("[role=gridcell][data-stop]") ?? stops[0];
  if (!hasStop && first) {
    first.tabIndex = 0;
  }
}

/** Where a stop is, and how many stops its row has. */
export function placeOf(stop: HTMLElement): { at: Place; columns: number } {
  const row = stop.closest<HTMLElement>("[data-row]");
  const stops = [...(row?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
  return { at: { row: Number(row?.dataset.row), column: stops.indexOf(stop) }, columns: stops.length };
}

/** The stop of a place, if its row is drawn. */
export function stopAt(grid: HTMLElement, { row, column }: Place): HTMLElement | undefined {
  return grid.querySelectorAll<HTMLElement>(`[data-row="${row}"] ${STOPS}`)[column];
}
