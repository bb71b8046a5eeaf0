import { Ban, CalendarPlus, MapPin, PanelRight } from "lucide-react";
import type { MenuGroup } from "@/components/Menu";
import type { Desk } from "./desk";
import { cellOf } from "./grid/CoverageGrid";

/** What can be done with the cell under the pointer or the focus. */
export function cellMenu(target: Element, desk: Desk): readonly MenuGroup[] | null {
  const cell = cellOf(target);
  if (cell === null) {
    return null;
  }
  const isDisabled = !desk.canEdit;
  const open = {
    id: "open",
    label: "Open the cell",
    icon: PanelRight,
    keys: "Enter",
    run: () => desk.open(cell),
  };
  return [
    { id: "open", entries: [open] },
    {
      id: "fill",
      entries: [
        {
          id: "place",
          label: "Place…",
          icon: MapPin,
          keys: "P",
          isDisabled,
          run: () => desk.place({ cells: [cell] }),
        },
        { id: "plan", label: "Plan an asset", icon: CalendarPlus, isDisabled, run: () => desk.plan(cell) },
        { id: "exclude", label: "Set not applicable…", icon: Ban, isDisabled, run: () => desk.exclude(cell) },
      ],
    },
  ];
}
