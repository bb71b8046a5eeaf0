// What the address of data quality says: which part of it, and which reason is looked at.
import { oneOf, setOf } from "@/actions/searchParams";
import type { FlagReason } from "@/bindings/FlagReason";
import { FLAG_REASON_IDS } from "@/words/quality";

export const PARTS = ["stock", "flags", "profile", "email"] as const;
export type Part = (typeof PARTS)[number];

export interface QualitySearch {
  /** The stock unless told. */
  part?: Exclude<Part, "stock">;
  /** Leads flagged for this reason alone, or turned back by sales for bad data. */
  reason?: Looked;
}

/** In place of a reason: what sales says. */
export const SALES = "sales";
export type Looked = FlagReason | typeof SALES;
const LOOKED: readonly Looked[] = [...FLAG_REASON_IDS, SALES];

export function lookedAt(id: unknown): Looked | undefined {
  return oneOf(LOOKED, id);
}

export function qualitySearch(search: Record<string, unknown>): QualitySearch {
  return setOf<QualitySearch>({
    part: oneOf(["flags", "profile", "email"] as const, search.part),
    reason: lookedAt(search.reason),
  });
}
