// The verbs of the view for the palette and the keyboard.
import { Ban, CalendarPlus, Download, FilterX, MapPin, Rows3, ZoomIn } from "lucide-react";
import { useMemo } from "react";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import { save } from "@/rpc/save";
import type { Desk } from "./desk";
import { isFiltered, NO_FILTERS } from "./filter";
import { toggleDensity } from "./preferences";
import { type ArchitectureSearch, cellIn, MODES, type Mode, type SearchChange } from "./search";

const GROUP = "Architecture";

const MODE_NAMES: Partial<Record<Mode, string>> = {
  state: "the states",
  pipeline: "the pipeline at stake",
};

function modeActions(change: (part: SearchChange) => void): Action[] {
  return MODES.map((mode, at) => ({
    id: `architecture.mode.${mode}`,
    label: `Show ${MODE_NAMES[mode] ?? mode} on the map`,
    group: GROUP,
    shortcut: `${at + 1}`,
    run: () => change({ mode }),
  }));
}

function cellActions(search: ArchitectureSearch, desk: Desk): Action[] {
  const cell = cellIn(search);
  const isReady = () => desk.canEdit && cell !== null;
  const onCell = (run: (at: NonNullable<typeof cell>) => void) => () => {
    if (cell !== null) {
      run(cell);
    }
  };
  return [
    {
      id: "architecture.place",
      label: "Place…",
      icon: MapPin,
      group: GROUP,
      shortcut: "P",
      keywords: ["put", "assign", "asset"],
      enabled: () => desk.canEdit,
      run: () => desk.place(cell === null ? {} : { cells: [cell] }),
    },
    {
      id: "architecture.plan",
      label: "Plan an asset for this cell",
      icon: CalendarPlus,
      group: GROUP,
      shortcut: "N",
      keywords: ["brief", "gap", "new"],
      enabled: isReady,
      run: onCell(desk.plan),
    },
    {
      id: "architecture.exclude",
      label: "Set this cell not applicable…",
      icon: Ban,
      group: GROUP,
      enabled: isReady,
      run: onCell(desk.exclude),
    },
  ];
}

function viewActions(search: ArchitectureSearch, change: (part: SearchChange) => void): Action[] {
  return [
    {
      id: "architecture.zoom",
      label: search.zoom === "phases" ? "Zoom in to stages" : "Zoom out to phases",
      icon: ZoomIn,
      group: GROUP,
      shortcut: "Z",
      run: () => change({ zoom: search.zoom === "phases" ? undefined : "phases" }),
    },
    {
      id: "architecture.density",
      label: "Lower or taller rows",
      icon: Rows3,
      group: GROUP,
      run: toggleDensity,
    },
    {
      id: "architecture.clear",
      label: "Clear the filters of the map",
      icon: FilterX,
      group: GROUP,
      enabled: () => isFiltered(search),
      run: () => change(NO_FILTERS),
    },
    {
      id: "architecture.gaps",
      label: "Show the gaps",
      group: GROUP,
      keywords: ["missing", "rank"],
      run: () => change({ tab: "gaps" }),
    },
  ];
}

function saveActions({ request, picture }: Desk): Action[] {
  const shared = { group: GROUP, icon: Download };
  return [
    {
      ...shared,
      id: "architecture.export",
      label: "Save the map as a page…",
      keywords: ["export", "html", "print", "report", "share"],
      run: () => void save("export.coverage", request),
    },
    {
      ...shared,
      id: "architecture.picture",
      label: "Save the map as a picture…",
      keywords: ["export", "png", "svg", "image", "slide"],
      run: () => picture("map"),
    },
    {
      ...shared,
      id: "architecture.gapsPicture",
      label: "Save the gaps as a picture…",
      keywords: ["export", "png", "svg", "image", "slide"],
      run: () => picture("gaps"),
    },
  ];
}

export function useArchitectureActions(
  search: ArchitectureSearch,
  change: (part: SearchChange) => void,
  desk: Desk,
): void {
  const actions = useMemo(
    () => [
      ...cellActions(search, desk),
      ...modeActions(change),
      ...viewActions(search, change),
      ...saveActions(desk),
    ],
    [search, change, desk],
  );
  useActions(actions);
}
