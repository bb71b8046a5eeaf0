import type { EntityKind } from "@/bindings/EntityKind";

/** What figures are made of: facts, and what the plan says of stages, content, programmes and money. */
export const KPI_KINDS = [
  "batch",
  "journey",
  "stage",
  "leadAnswer",
  "agreement",
  "workspace",
  "persona",
  "programme",
  "asset",
] as const satisfies readonly EntityKind[];
