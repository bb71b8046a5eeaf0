// What can be done from anywhere in the view: the grid, the rail, the tray and the menus share it.
import { createContext, useContext } from "react";
import type { At } from "@/bindings/At";
import type { OfJourney } from "@/bindings/OfJourney";
import type { Phase } from "@/bindings/Phase";

export interface PlaceStart {
  assetIds?: readonly string[];
  cells?: readonly At[];
}

export interface Desk {
  /** As of when the map is, and what it counts. */
  request: OfJourney;
  /** Whether the plan can be changed here. */
  canEdit: boolean;
  phaseOf: (stageId: string) => Phase | undefined;
  /** Shows a cell in the rail. */
  open: (cell: At) => void;
  /** Takes the focus into the rail. */
  enterRail: () => void;
  openPersona: (personaId: string) => void;
  place: (start: PlaceStart) => void;
  plan: (cell: At) => void;
  exclude: (cell: At) => void;
  include: (cell: At) => void;
  /** Asks how the map, or its gaps, are saved as a picture. */
  picture: (figure: "map" | "gaps") => void;
}

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) {
    throw new Error("useDesk stands outside of the architecture view");
  }
  return desk;
}
