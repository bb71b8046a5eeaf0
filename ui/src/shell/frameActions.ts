// The verbs that exist whatever view is on screen.
import { FileText, Keyboard, PanelLeft, Redo2, Search, Undo2 } from "lucide-react";
import type { Action } from "@/actions/action";
import { openOverlay } from "@/actions/overlay";
import type { Done } from "@/bindings/Done";
import { ASK } from "@/parts/asking";
import { planState } from "@/rpc/changes";
import { redo, undo } from "@/rpc/mutate";
import { sayEdit } from "@/words/edits";
import { toggleNavigation } from "./layout";
import { DEMAND, type NavigationEntry, PLAN, PRACTICE, RESULTS, TOP, WORKSPACE } from "./navigation";

function named(verb: string, done: Done | null): string {
  return done === null ? verb : `${verb}: ${sayEdit(done)}`;
}

export const UNDO: Action = {
  id: "plan.undo",
  label: () => named("Undo", planState().undo),
  icon: Undo2,
  group: "Edit",
  shortcut: "Mod+Z",
  isEdit: true,
  enabled: () => planState().undo !== null,
  run: () => void undo(),
};

export const REDO: Action = {
  id: "plan.redo",
  label: () => named("Redo", planState().redo),
  icon: Redo2,
  group: "Edit",
  shortcut: "Mod+Shift+Z",
  isEdit: true,
  enabled: () => planState().redo !== null,
  run: () => void redo(),
};

export const FIND: Action = {
  id: "frame.find",
  label: "Find anything or run a command",
  icon: Search,
  group: "Window",
  shortcut: "Mod+K",
  whileTyping: true,
  run: () => openOverlay("palette"),
};

export const TOGGLE_NAVIGATION: Action = {
  id: "frame.navigation",
  label: "Show or hide the navigation",
  icon: PanelLeft,
  group: "Window",
  shortcut: "Mod+B",
  keywords: ["sidebar", "menu", "collapse"],
  run: toggleNavigation,
};

const SHORTCUTS: Action = {
  id: "frame.shortcuts",
  label: "Keyboard shortcuts",
  icon: Keyboard,
  group: "Window",
  shortcut: "?",
  keywords: ["keys", "help"],
  run: () => openOverlay("shortcuts"),
};

export const REPORT: Action = {
  id: "report.save",
  label: "Report…",
  icon: FileText,
  group: "Workspace",
  keywords: ["pdf", "html", "excel", "export", "print", "review", "meeting"],
  run: () => openOverlay("report"),
};

function goTo({ path, label, icon, letter, keywords }: NavigationEntry): Action {
  return {
    id: `go${path}`,
    label: `Go to ${label}`,
    icon,
    group: "Go to",
    shortcut: `G ${letter}`,
    ...(keywords && { keywords }),
    run: ({ go }) => go(path),
  };
}

export const FRAME_ACTIONS: readonly Action[] = [
  ...[...TOP, ...PLAN, ...DEMAND, ...RESULTS, ...PRACTICE, ...WORKSPACE].map(goTo),
  UNDO,
  REDO,
  FIND,
  TOGGLE_NAVIGATION,
  SHORTCUTS,
  REPORT,
  ASK,
];
