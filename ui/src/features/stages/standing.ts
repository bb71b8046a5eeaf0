// What became of a need over all the cells it stands in.
import type { NeedInCell } from "@/bindings/NeedInCell";
import type { NeedStatus } from "@/bindings/NeedStatus";
import type { SignName } from "@/components/Sign";

export const NEED_SIGNS: Readonly<Record<NeedStatus, SignName>> = {
  answered: "check",
  planned: "pen",
  declined: "dash",
  open: "ring",
};

export interface NeedSummary {
  /** The status that asks most of us; null where no cell applies. */
  status: NeedStatus | null;
  text: string;
}

const WORST_FIRST: readonly NeedStatus[] = ["open", "planned", "declined", "answered"];

/** "open", or where it differs by persona "open for 4 of 6". */
export function summarise(cells: readonly NeedInCell[]): NeedSummary {
  const worst = WORST_FIRST.find((status) => cells.some((cell) => cell.status === status));
  if (worst === undefined) {
    return { status: null, text: "applies to nobody" };
  }
  const count = cells.filter((cell) => cell.status === worst).length;
  return {
    status: worst,
    text: count === cells.length ? worst : `${worst} for ${count} of ${cells.length}`,
  };
}
