// Which of the two overlays of the keyboard is open.
import { createStore, useSelector } from "@tanstack/react-store";

export type Overlay = "palette" | "shortcuts" | null;

const overlay = createStore<{ open: Overlay }>({ open: null });

export function openOverlay(open: Overlay): void {
  overlay.setState(() => ({ open }));
}

export function useOverlay(): Overlay {
  return useSelector(overlay, (state) => state.open);
}
