// The address of Stages & needs: what is in the rail, how the needs are read, and which are wanted.
import { oneOf, setOf, textOf } from "@/actions/searchParams";
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

export function stagesSearch(search: Record<string, unknown>): StagesSearch {
  const need = textOf(search.need);
  return setOf<StagesSearch>({
    need,
    stage: need === undefined ? textOf(search.stage) : undefined,
    way: oneOf(["dialogue"] as const, search.way),
    persona: textOf(search.persona),
    kind: oneOf(NEED_KINDS, search.kind),
    importance: oneOf(IMPORTANCES, search.importance),
    status: oneOf(NEED_STATUSES, search.status),
    author: textOf(search.author),
  });
}
