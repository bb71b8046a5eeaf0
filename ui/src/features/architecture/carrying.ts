// What is being dragged. While a drag is over a cell the page may not read what it carries, so it is kept here.
import type { DragEvent } from "react";

export interface Carried {
  assetIds: readonly string[];
  /** Set when placed assets are moved from another cell. */
  placementIds: readonly string[];
  /** A title, or "3 assets". */
  label: string;
}

let carried: Carried | null = null;

export function carriedNow(): Carried | null {
  return carried;
}

/** Makes an element draggable with what it stands for. */
export function carryOver(what: Carried) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent<HTMLElement>) => startCarrying(event, what),
    onDragEnd: stopCarrying,
  };
}

export function startCarrying(event: DragEvent<HTMLElement>, what: Carried): void {
  carried = what;
  event.dataTransfer.effectAllowed = what.placementIds.length > 0 ? "move" : "copy";
  event.dataTransfer.setData("text/plain", what.label);
}

export function stopCarrying(): void {
  carried = null;
}
