// What the palette can find besides actions: the shell provides one search over everything in the plan.
import type { LucideIcon } from "lucide-react";
import type { ActionContext } from "./action";

export interface Found {
  id: string;
  label: string;
  /** The heading it stands under. */
  group: string;
  detail?: string;
  icon?: LucideIcon;
  run: (context: ActionContext) => void;
}

export type Search = (typed: string) => Promise<readonly Found[]>;

let provided: Search = () => Promise.resolve([]);

export function provideSearch(search: Search): void {
  provided = search;
}

export function findAnything(typed: string): Promise<readonly Found[]> {
  return typed.trim() === "" ? Promise.resolve([]) : provided(typed.trim());
}
