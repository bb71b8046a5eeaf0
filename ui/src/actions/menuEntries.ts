import type { MenuEntry } from "@/components/Menu";
import { type Action, type ActionContext, isEnabled, labelOf } from "./action";
import { writeShortcut } from "./shortcut";

/** Actions as the entries of a MenuButton or a context menu. */
export function menuEntries(actions: readonly Action[], context: ActionContext): MenuEntry[] {
  return actions.map((action) => ({
    id: action.id,
    label: labelOf(action, context),
    run: () => action.run(context),
    isDisabled: !isEnabled(action, context),
    isDanger: action.isDanger ?? false,
    ...(action.icon && { icon: action.icon }),
    ...(action.shortcut !== undefined && { keys: writeShortcut(action.shortcut) }),
  }));
}
