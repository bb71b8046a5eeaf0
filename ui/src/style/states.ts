// How each coverage state looks: its colours are tokens, its sign keeps it readable without colour.

export type StateName =
  | "covered"
  | "thin"
  | "unproven"
  | "unhelpful"
  | "stale"
  | "planned"
  | "empty"
  | "not applicable";

import type { SignName } from "@/components/Sign";

export const STATE_SIGNS: Readonly<Record<StateName, SignName>> = {
  covered: "check",
  thin: "half",
  unproven: "question",
  unhelpful: "cross",
  stale: "clock",
  planned: "pen",
  empty: "ring",
  "not applicable": "dash",
};

function tokenOf(state: StateName): string {
  return state.replace(" ", "-");
}

export function stateForeground(state: StateName): string {
  return `var(--state-${tokenOf(state)}-fg)`;
}

export function stateBackground(state: StateName): string {
  return `var(--state-${tokenOf(state)}-bg)`;
}
