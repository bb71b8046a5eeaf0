// What became of a need over all the cells it stands in.
import type { NeedStanding } from "@/bindings/NeedStanding";

/** "open", or where it differs by persona "open for 4 of 6". */
export function sayStanding({ status, cells }: Pick<NeedStanding, "status" | "cells">): string {
  if (status === null) {
    return "applies to nobody";
  }
  const count = cells.filter((cell) => cell.status === status).length;
  return count === cells.length ? status : `${status} for ${count} of ${cells.length}`;
}
