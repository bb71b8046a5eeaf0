import { openOverlay, useOverlay } from "@/actions/overlay";
import { AskDialog } from "@/parts/AskDialog";

/** Asking somebody, from wherever it is begun. */
export function AskOverlay() {
  return useOverlay() === "ask" ? <AskDialog onClose={() => openOverlay(null)} /> : null;
}
