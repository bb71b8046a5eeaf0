// The address of Stages & needs: what is in the rail, how the needs are read, and which are wanted.
import type { Importance } from "@/bindings/Importance";
import type { NeedKind } from "@/bindings/NeedKind";
import type { NeedStatus } from "@/bindings/NeedStatus";
import { IMPORTANCES, NEED_KINDS } from "@/words/plan";

export const NEED_STATUSES: readonly NeedStatus[] = ["open", "planned", "answered", "declined"];

export interface NeedFilters {
  /** Needs of this persona, those of all included. */
  persona?: string;
  kind?: NeedKind;
  importance?: Importance;
  status?: NeedStatus;
  /** Asked for by this member. */
  author?: string;
}

export interface StagesSearch extends NeedFilters {
  /** The stage in the rail. */
  stage?: string;
  /** The need in the rail. */
  need?: string;
  /** The dialogue with a persona instead of the line of stages. */
  way?: "dialogue";
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value);
}

export function stagesSearch(search: Record<string, unknown>): StagesSearch {
  const need = text(search.need);
  const read = {
    need,
    stage: need === undefined ? text(search.stage) : undefined,
    way: oneOf(["dialogue"] as const, search.way),
    persona: text(search.persona),
    kind: oneOf(NEED_KINDS, search.kind),
    importance: oneOf(IMPORTANCES, search.importance),
    status: oneOf(NEED_STATUSES, search.status),
    author: text(search.author),
  };
  const known = Object.entries(read).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as StagesSearch;
}

/** An address with a change made; what is undefined is taken out, and what belongs to the frame stays. */
export function stagesSearchOver(
  old: Readonly<Record<string, unknown>>,
  part: { [K in keyof StagesSearch]?: StagesSearch[K] | undefined },
): Record<string, unknown> {
  const entries = Object.entries({ ...old, ...part });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
