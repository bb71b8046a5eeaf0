// The verbs of one asset, or of all that are selected when it is among them.
import { ExternalLink, Grid2x2Plus, SquareArrowOutUpRight, Trash2 } from "lucide-react";
import type { AssetRow } from "@/bindings/AssetRow";
import type { MenuEntry, MenuGroup } from "@/components/Menu";
import { openLink } from "@/rpc/openLink";
import { STATUSES } from "@/words/plan";
import { capital } from "@/words/text";
import { askToDelete, nameOf, setStatus, type Task } from "./tasks";

export interface MenuContext {
  selected: ReadonlySet<string>;
  isReadOnly: boolean;
  open: (id: string) => void;
  ask: (task: Task) => void;
  /** After assets were deleted. */
  onDeleted?: () => void;
}

export function assetMenu({ asset }: AssetRow, context: MenuContext): MenuGroup[] {
  const { selected, isReadOnly, open, ask, onDeleted } = context;
  const ids = selected.has(asset.id) ? [...selected] : [asset.id];
  const name = nameOf(ids, asset.title);
  const single: MenuEntry[] = [
    { id: "open", label: "Open", icon: SquareArrowOutUpRight, run: () => open(asset.id) },
    {
      id: "link",
      label: "Open its address",
      icon: ExternalLink,
      isDisabled: asset.url === "",
      run: () => void openLink(asset),
    },
  ];
  const verbs: MenuEntry[] = [
    { id: "place", label: "Place…", icon: Grid2x2Plus, run: () => ask({ kind: "place", ids }) },
    {
      id: "delete",
      label: ids.length === 1 ? "Delete" : `Delete ${name}`,
      icon: Trash2,
      isDanger: true,
      run: () => void askToDelete(ids, name, ask, onDeleted),
    },
  ];
  const statuses = STATUSES.map((status) => ({
    id: `status-${status}`,
    label: capital(status),
    isChosen: ids.length === 1 && status === asset.status,
    run: () => void setStatus(ids, status),
  }));
  const one = { id: "one", entries: ids.length === 1 ? single : [] };
  if (isReadOnly) {
    return [one];
  }
  return [
    one,
    { id: "move", title: ids.length === 1 ? "Move to" : `Move ${name} to`, entries: statuses },
    { id: "verbs", entries: verbs },
  ];
}
