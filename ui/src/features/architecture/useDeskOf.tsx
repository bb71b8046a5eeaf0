// The desk of the view, and the dialogs that its verbs open.
import { type ReactNode, useMemo, useState } from "react";
import type { At } from "@/bindings/At";
import type { FigureOf } from "@/bindings/FigureOf";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { OfJourney } from "@/bindings/OfJourney";
import type { Phase } from "@/bindings/Phase";
import { PictureDialog } from "@/charts/PictureDialog";
import { PlaceDialog } from "@/placing/PlaceDialog";
import { PlanDialog } from "@/placing/PlanDialog";
import { mutate } from "@/rpc/mutate";
import { useSession } from "@/rpc/session";
import type { Desk, PlaceStart } from "./desk";
import { ExcludeDialog } from "./dialogs/ExcludeDialog";
import { useArchitectureSearch } from "./search";

type Open =
  | { verb: "place"; start: PlaceStart }
  | { verb: "plan" | "exclude"; at: At }
  | { verb: "picture"; of: FigureOf };

export const RAIL_LABEL = "Cell and gaps";

function enterRail(): void {
  const rail = document.querySelector(`aside[aria-label="${RAIL_LABEL}"]`);
  rail?.querySelector<HTMLElement>("[role=tabpanel] :is(button, input, a[href])")?.focus();
}

export function useDeskOf(map: CoverageMap, request: OfJourney): { desk: Desk; dialog: ReactNode } {
  const { change } = useArchitectureSearch();
  const [open, setOpen] = useState<Open | null>(null);
  const canEdit = useSession()?.open?.readOnly === null;
  // The scores of the columns change with most edits, their phases with hardly any.
  const phases = JSON.stringify(map.stages.map(({ id, phase }) => [id, phase]));
  const desk = useMemo<Desk>(() => {
    const phaseOf = new Map(JSON.parse(phases) as [string, Phase][]);
    return {
      request,
      canEdit,
      phaseOf: (stageId) => phaseOf.get(stageId),
      open: ({ personaId, stageId }) => change({ persona: personaId, stage: stageId, tab: undefined }),
      enterRail,
      openPersona: (persona) => change({ persona, stage: undefined, tab: undefined }),
      place: (start) => setOpen({ verb: "place", start }),
      plan: (at) => setOpen({ verb: "plan", at }),
      exclude: (at) => setOpen({ verb: "exclude", at }),
      include: (cell) =>
        void mutate("cell.setApplicable", { cell, reason: null }, { toast: "Applicable again" }),
      picture: (name) => setOpen({ verb: "picture", of: { name, ...request } }),
    };
  }, [request, canEdit, phases, change]);
  return { desk, dialog: open === null ? null : <DeskDialog open={open} onClose={() => setOpen(null)} /> };
}

function DeskDialog({ open, onClose }: { open: Open; onClose: () => void }) {
  switch (open.verb) {
    case "place":
      return <PlaceDialog {...open.start} onClose={onClose} />;
    case "plan":
      return <PlanDialog at={open.at} onClose={onClose} />;
    case "exclude":
      return <ExcludeDialog at={open.at} onClose={onClose} />;
    case "picture":
      return (
        <PictureDialog
          of={open.of}
          what={open.of.name === "map" ? "the map" : "the gaps"}
          onClose={onClose}
        />
      );
  }
}
