// The cell that a drag is over. Kept apart from the grid, so that a drag draws no cell anew.
import { createStore, useSelector } from "@tanstack/react-store";
import type { At } from "@/bindings/At";
import type { Carried } from "../carrying";

export interface Hover {
  cell: At;
  element: HTMLElement;
  carried: Carried;
}

const hover = createStore<{ now: Hover | null }>({ now: null });

export function useHover(): Hover | null {
  return useSelector(hover, (state) => state.now);
}

/** Marks the cell under a drag, and takes the mark off the one before. */
export function hoverOver(next: Hover | null): void {
  const { now } = hover.state;
  if (now?.element === next?.element) {
    return;
  }
  now?.element.removeAttribute("data-dropping");
  next?.element.setAttribute("data-dropping", "");
  hover.setState(() => ({ now: next }));
}
