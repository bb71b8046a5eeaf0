// A verb of the product, written once: menus, buttons, the palette and the keyboard all read it here,
// so that its name, shortcut and conditions cannot differ between them.
import type { LucideIcon } from "lucide-react";

/** Something the user has selected in the view on screen. */
export interface Selected {
  kind: string;
  id: string;
}

export interface ActionContext {
  /** The address of the view on screen, without search parameters. */
  path: string;
  /** The plan can be changed, not only read. */
  mayEdit: boolean;
  selection: readonly Selected[];
  /** Goes to an address, such as "/assets?status=idea". */
  go: (address: string) => void;
}

export interface Action {
  /** Unique, as "plan.undo". */
  id: string;
  /** A verb and its object, as the palette shows it. */
  label: string | ((context: ActionContext) => string);
  run: (context: ActionContext) => void;
  icon?: LucideIcon;
  /** The heading it stands under in the palette and the list of shortcuts. */
  group?: string;
  /** "Mod+K", "Shift+/", "G A" (one after the other). Mod is Ctrl, and ⌘ on a Mac. */
  shortcut?: string;
  /** Works also while text is being typed; needs a Mod shortcut. */
  whileTyping?: boolean;
  /** Other words people look for. */
  keywords?: readonly string[];
  /** It changes the plan, and is not offered where that can only be read. */
  isEdit?: boolean;
  enabled?: (context: ActionContext) => boolean;
  isDanger?: boolean;
}

export function labelOf(action: Action, context: ActionContext): string {
  return typeof action.label === "string" ? action.label : action.label(context);
}

export function isEnabled(action: Action, context: ActionContext): boolean {
  return (action.isEdit !== true || context.mayEdit) && (action.enabled?.(context) ?? true);
}
