// Which needs a filter lets through.
import type { Need } from "@/bindings/Need";
import type { NeedStatus } from "@/bindings/NeedStatus";
import type { NeedFilters } from "./search";

const FIELDS = ["persona", "kind", "importance", "status", "author"] as const;

export function isFiltered(filters: NeedFilters): boolean {
  return FIELDS.some((field) => filters[field] !== undefined);
}

/** Whether a need is wanted; a need of all is one of every persona. */
export function isWanted(need: Need, status: NeedStatus | null, filters: NeedFilters): boolean {
  const { persona, kind, importance, author } = filters;
  return (
    (persona === undefined || need.personaId === null || need.personaId === persona) &&
    (kind === undefined || need.kind === kind) &&
    (importance === undefined || need.importance === importance) &&
    (author === undefined || need.authorId === author) &&
    (filters.status === undefined || status === filters.status)
  );
}
