import { textOf } from "@/actions/searchParams";
import type { Ask } from "@/bindings/Ask";

export const WAYS = ["one", "groups", "differ"] as const;
/** One placement at a time, whole groups, or the list of disagreements. */
export type Way = (typeof WAYS)[number];

export const ASKS: readonly Ask[] = ["unchecked", "unsure", "disagreement", "old"];

export interface CheckSearch {
  way?: Way;
  persona?: string;
  stage?: string;
  ask?: Ask;
  /** The member answered for; the speaker where it is left out. */
  member?: string;
}

export function checkSearch(search: Record<string, unknown>): CheckSearch {
  const way = WAYS.find((known) => known === search.way);
  const ask = ASKS.find((known) => known === search.ask);
  const [persona, stage, member] = [textOf(search.persona), textOf(search.stage), textOf(search.member)];
  return {
    ...(way && { way }),
    ...(persona && { persona }),
    ...(stage && { stage }),
    ...(ask && { ask }),
    ...(member && { member }),
  };
}
