// The verbs of the workspace as a file: new, open, opened before, close.
import { createStore, useSelector } from "@tanstack/react-store";
import { FileJson, FilePlus2, FolderOpen, History, X } from "lucide-react";
import { useMemo } from "react";
import type { Action } from "@/actions/action";
import type { Location } from "@/bindings/Location";
import { closeWorkspace, openRecent, pickPlan, pickWorkspace } from "@/rpc/opening";
import { useSession } from "@/rpc/session";

const GROUP = "Workspace";

const newWorkspace = createStore({ isOpen: false });

export function showNewWorkspace(isOpen: boolean): void {
  newWorkspace.setState(() => ({ isOpen }));
}

export function useNewWorkspaceShown(): boolean {
  return useSelector(newWorkspace, ({ isOpen }) => isOpen);
}

export const NEW: Action = {
  id: "workspace.new",
  label: "New workspace…",
  icon: FilePlus2,
  group: GROUP,
  shortcut: "Mod+Shift+N",
  keywords: ["create", "sample", "start", "file"],
  run: () => showNewWorkspace(true),
};

export const OPEN: Action = {
  id: "workspace.open",
  label: "Open a workspace…",
  icon: FolderOpen,
  group: GROUP,
  shortcut: "Mod+O",
  keywords: ["file"],
  run: () => void pickWorkspace(),
};

export const FROM_PLAN: Action = {
  id: "workspace.fromPlan",
  label: "Open a plan saved as JSON…",
  icon: FileJson,
  group: GROUP,
  keywords: ["document", "import"],
  run: () => void pickPlan(),
};

export const CLOSE: Action = {
  id: "workspace.close",
  label: "Close the workspace",
  icon: X,
  group: GROUP,
  keywords: ["file", "quit"],
  run: () => void closeWorkspace(),
};

function reopen({ path, name, folder }: Location): Action {
  return {
    id: `workspace.recent ${path}`,
    label: `Open ${name}`,
    icon: History,
    group: GROUP,
    keywords: ["recent", folder],
    run: () => void openRecent(path),
  };
}

/** Opened before, without the one that is open. */
export function useRecentActions(): readonly Action[] {
  const session = useSession();
  return useMemo(() => {
    const others = session?.recent.filter(({ path }) => path !== session.open?.location.path) ?? [];
    return others.map(reopen);
  }, [session]);
}

export function useWorkspaceActions(): readonly Action[] {
  const recent = useRecentActions();
  return useMemo(() => [NEW, OPEN, FROM_PLAN, ...recent, CLOSE], [recent]);
}
