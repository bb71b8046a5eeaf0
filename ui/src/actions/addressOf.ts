// Where a thing of the plan is shown. Views link to each other by these addresses alone.
import type { EntityKind } from "@/bindings/EntityKind";

const PLACES: Readonly<Partial<Record<EntityKind, (id: string) => string>>> = {
  asset: (id) => `/assets/${id}`,
  persona: (id) => `/personas/${id}`,
  trigger: (id) => `/triggers?trigger=${id}`,
  journey: (id) => `/architecture?journey=${id}`,
  stage: (id) => `/stages?stage=${id}`,
  need: (id) => `/stages?need=${id}`,
  member: () => "/members",
  format: () => "/settings",
  batch: () => "/import?what=leads",
  agreement: (id) => `/sla/agreement?version=${id}`,
  workspace: () => "/settings",
};

/** The address of a thing, or null when it has no place of its own. */
export function addressOf(kind: EntityKind, id: string): string | null {
  return PLACES[kind]?.(id) ?? null;
}
