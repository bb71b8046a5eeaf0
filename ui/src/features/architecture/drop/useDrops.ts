// Dropping on a cell: placing what is carried, or moving it, and then asking the deal check there.
import { type DragEvent, useCallback, useEffect, useMemo, useState } from "react";
import type { At } from "@/bindings/At";
import { call } from "@/rpc/call";
import { carryOut, mutate } from "@/rpc/mutate";
import { type Carried, carriedNow, stopCarrying } from "../carrying";
import { cellOf } from "../grid/CoverageGrid";
import type { GridDrops } from "../grid/MapGrid";
import { hoverOver } from "./hover";

/** A deal check to be asked at a cell. */
export interface Asked {
  placementIds: readonly string[];
  cell: At;
  what: string;
  anchor: HTMLElement;
}

async function place({ assetIds, label }: Carried, cell: At): Promise<readonly string[]> {
  const request = { assetIds: [...assetIds], cells: [cell] };
  const placed = await mutate("placement.place", request, { toast: `Placed ${label}` });
  return (placed ?? []).map(({ id }) => id);
}

async function move({ assetIds, placementIds, label }: Carried, to: At): Promise<readonly string[]> {
  const request = { placementIds: [...placementIds], to };
  if (!(await carryOut("placement.move", request, { toast: `Moved ${label}` }))) {
    return [];
  }
  // A move leaves the answers behind and gives the placement another id.
  const { detail } = await call("cell.get", { cell: to });
  return detail.placements.filter(({ asset }) => assetIds.includes(asset.id)).map(({ id }) => id);
}

function targetOf(event: DragEvent<HTMLElement>) {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-stage]") : null;
  const cell = element === null ? null : cellOf(element);
  return element === null || cell === null ? null : { element, cell };
}

export function useDrops(canEdit: boolean) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const drop = useCallback(async (carried: Carried, cell: At, anchor: HTMLElement) => {
    const placementIds = await (carried.placementIds.length > 0 ? move(carried, cell) : place(carried, cell));
    if (placementIds.length > 0) {
      setAsked({ placementIds, cell, what: carried.label, anchor });
    }
  }, []);
  useEffect(() => {
    // A drag that ends outside of the grid leaves no cell marked.
    const end = () => hoverOver(null);
    window.addEventListener("dragend", end);
    return () => window.removeEventListener("dragend", end);
  }, []);
  const drops = useMemo<GridDrops>(
    () => ({
      onDragOver: (event) => {
        const carried = carriedNow();
        const target = targetOf(event);
        if (canEdit && carried !== null && target !== null) {
          event.preventDefault();
          event.dataTransfer.dropEffect = carried.placementIds.length > 0 ? "move" : "copy";
          hoverOver({ ...target, carried });
        } else {
          hoverOver(null);
        }
      },
      onDragLeave: (event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) {
          hoverOver(null);
        }
      },
      onDrop: (event) => {
        const carried = carriedNow();
        const target = targetOf(event);
        hoverOver(null);
        stopCarrying();
        if (carried !== null && target !== null) {
          event.preventDefault();
          void drop(carried, target.cell, target.element);
        }
      },
    }),
    [canEdit, drop],
  );
  return { drops, asked, close: useCallback(() => setAsked(null), []) };
}
