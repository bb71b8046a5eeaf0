// Which stops of a path are shown.
import type { PathStage } from "@/bindings/PathStage";
import type { PathStop } from "@/bindings/PathStop";

/** How many stops of a stage are shown at first. */
export const SHOWN = 5;

/** The first stops of a stage, and the one that is open wherever it stands. */
export function shownOf({ stops }: PathStage, isWhole: boolean, openId: string | null): readonly PathStop[] {
  return isWhole ? stops : stops.filter(({ id }, at) => at < SHOWN || id === openId);
}
