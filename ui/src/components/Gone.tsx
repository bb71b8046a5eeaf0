import type { LucideIcon } from "lucide-react";
import { Back } from "./Back";
import { EmptyState } from "./EmptyState";

export interface GoneProps {
  /** What it was: "programme". */
  what: string;
  icon: LucideIcon;
  /** All of its kind: where they are, and what they are called. */
  to: string;
  all: string;
}

/** In place of a page whose thing was deleted. */
export function Gone({ what, icon, to, all }: GoneProps) {
  return (
    <EmptyState
      level={1}
      icon={icon}
      title={`This ${what} is no longer there`}
      text="It was deleted. Undo brings it back with all that hung on it."
      action={<Back to={to} label={all} />}
    />
  );
}
