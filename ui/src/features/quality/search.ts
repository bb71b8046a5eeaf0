// What the address of data quality says: which part of it, and which reason is looked at.
import { oneOf, setOf } from "@/actions/searchParams";
import type { FlagReason } from "@/bindings/FlagReason";
import { FLAG_REASON_IDS } from "@/words/quality";

export const PARTS = ["stock", "flags", "profile", "email"] as const;
export type Part = (typeof PARTS)[number];

export interface QualitySearch {
  /** The stock unless told. */
  part?: Exclude<Part, "stock">;
  /** Leads flagged for this reason alone. */
  reason?: FlagReason;
}

export function qualitySearch(search: Record<string, unknown>): QualitySearch {
  return setOf<QualitySearch>({
    part: oneOf(["flags", "profile", "email"] as const, search.part),
    reason: oneOf(FLAG_REASON_IDS, search.reason),
  });
}
