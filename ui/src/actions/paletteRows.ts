import type { LucideIcon } from "lucide-react";
import { type Action, type ActionContext, isEnabled, labelOf } from "./action";
import { matchScore } from "./match";
import { writeShortcut } from "./shortcut";

export interface PaletteRow {
  id: string;
  label: string;
  group: string;
  detail?: string;
  icon?: LucideIcon;
  keys?: string | undefined;
  run: (context: ActionContext) => void;
}

const MAX_ACTIONS = 12;

function toRow(action: Action, context: ActionContext): PaletteRow {
  return {
    id: action.id,
    label: labelOf(action, context),
    group: action.group ?? "Commands",
    keys: action.shortcut === undefined ? undefined : writeShortcut(action.shortcut),
    run: action.run,
    ...(action.icon && { icon: action.icon }),
  };
}

function score(action: Action, typed: string, context: ActionContext): number {
  const name = matchScore(typed, labelOf(action, context));
  // A hit among the other words counts half of one in the name.
  return name > 0 ? name : matchScore(typed, (action.keywords ?? []).join(" ")) / 2;
}

/** Every action that has a shortcut, whether it can run now or not. */
export function shortcutRows(actions: readonly Action[], context: ActionContext): readonly PaletteRow[] {
  return actions.filter(({ shortcut }) => shortcut !== undefined).map((action) => toRow(action, context));
}

/** The actions that can run now and fit what was typed, best first. All of them where nothing is typed. */
export function rankActions(
  actions: readonly Action[],
  typed: string,
  context: ActionContext,
): readonly PaletteRow[] {
  const fitting = actions
    .filter((action) => isEnabled(action, context))
    .map((action) => ({ action, score: score(action, typed, context) }))
    .filter((scored) => scored.score > 0);
  if (typed.trim() === "") {
    return fitting.map(({ action }) => toRow(action, context));
  }
  return fitting
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_ACTIONS)
    .map(({ action }) => toRow(action, context));
}

/** Rows under their headings; a heading stands where its best row stands. */
export function groupRows(rows: readonly PaletteRow[]): [string, PaletteRow[]][] {
  const groups = new Map<string, PaletteRow[]>();
  for (const row of rows) {
    const known = groups.get(row.group);
    if (known) {
      known.push(row);
    } else {
      groups.set(row.group, [row]);
    }
  }
  return [...groups];
}
