import { textOf } from "@/actions/searchParams";
import type { EntityKind } from "@/bindings/EntityKind";

export const SINCE = ["today", "week", "month"] as const;
export type Since = (typeof SINCE)[number];

/** The kinds people look for; the others are parts of these. */
export const KINDS: readonly EntityKind[] = [
  "asset",
  "placement",
  "verdict",
  "persona",
  "trigger",
  "stage",
  "journey",
  "need",
  "interview",
  "insight",
  "format",
  "member",
  "batch",
  "scoringModel",
  "leadAnswer",
  "advocate",
  "routingRule",
  "agreement",
  "workspace",
];

export interface HistorySearch {
  /** Only what touched this one thing. */
  entity?: string;
  text?: string;
  member?: string;
  kind?: EntityKind;
  since?: Since;
}

export function historySearch(search: Record<string, unknown>): HistorySearch {
  const [entity, words, member] = [textOf(search.entity), textOf(search.text), textOf(search.member)];
  const kind = KINDS.find((known) => known === search.kind);
  const since = SINCE.find((known) => known === search.since);
  return {
    ...(entity && { entity }),
    ...(words && { text: words }),
    ...(member && { member }),
    ...(kind && { kind }),
    ...(since && { since }),
  };
}

/** The beginning of the time that is asked for, on the calendar of this machine. */
export function startOf(since: Since, now: Date): number {
  const days = { today: 0, week: 6, month: 29 }[since];
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).getTime();
}
