// The address of the cadence: from which month on, whose content, and what of it.
import { oneOf, setOf, textOf } from "@/actions/searchParams";
import type { Occasion } from "@/bindings/Occasion";

export const OCCASIONS: readonly Occasion[] = ["due", "published", "expires"];

export interface CadenceSearch {
  /** "2026-10"; this month unless set. */
  from?: string;
  owner?: string;
  /** The one occasion wanted; all unless set. */
  only?: Occasion;
}

export function cadenceSearch({ from, owner, only }: Record<string, unknown>): CadenceSearch {
  const month = textOf(from);
  return setOf<CadenceSearch>({
    from: month !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    owner: textOf(owner),
    only: oneOf(OCCASIONS, only),
  });
}
