// Which of the overlays that can be opened from anywhere is open.
import { createStore, useSelector } from "@tanstack/react-store";

export type Overlay = "palette" | "shortcuts" | "report" | "ask" | null;

const overlay = createStore<{ open: Overlay; openings: number }>({ open: null, openings: 0 });

export function openOverlay(open: Overlay): void {
  overlay.setState(({ openings }) => ({ open, openings: open === null ? openings : openings + 1 }));
}

export function useOverlay(): Overlay {
  return useSelector(overlay, (state) => state.open);
}

/** How often one was opened: opened again while it still fades away, it starts anew. */
export function useOpenings(): number {
  return useSelector(overlay, (state) => state.openings);
}
