// The address of the cadence: from which month on, whose content, and what of it.
import type { Occasion } from "@/bindings/Occasion";

export const OCCASIONS: readonly Occasion[] = ["due", "published", "expires"];

export interface CadenceSearch {
  /** "2026-10"; this month unless set. */
  from?: string;
  owner?: string;
  /** The one occasion wanted; all unless set. */
  only?: Occasion;
}

export function cadenceSearch(search: Record<string, unknown>): CadenceSearch {
  const { from, owner } = search;
  const only = OCCASIONS.find((known) => known === search.only);
  return {
    ...(typeof from === "string" && /^\d{4}-(0[1-9]|1[0-2])$/.test(from) && { from }),
    ...(typeof owner === "string" && owner !== "" && { owner }),
    ...(only && { only }),
  };
}
