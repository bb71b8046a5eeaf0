// What a merge would do, and what it did, in words.

import type { Merged } from "@/bindings/Merged";
import type { MergeItem } from "@/bindings/MergeItem";
import type { MergePreview } from "@/bindings/MergePreview";
import { LOCALE } from "@/locale";
import { sayCount, sayKind } from "@/words/edits";
import { capital } from "@/words/text";
import { sayCounted } from "./tally";

const BECAME: Readonly<Record<MergeItem["became"], string>> = {
  new: "new",
  changed: "changed",
  deleted: "deleted",
};

/** "2 answers new", "1 need changed, 1 in conflict". */
export function sayCounts({ counts }: MergePreview): readonly { id: string; text: string }[] {
  return counts.flatMap(({ kind, conflicts, ...count }) => {
    const said = (["new", "changed", "deleted"] as const)
      .filter((became) => count[became] > 0)
      .map((became) => `${sayCount(kind, count[became])} ${BECAME[became]}`);
    const inConflict = conflicts > 0 ? `, ${conflicts.toLocaleString(LOCALE)} in conflict` : "";
    return { id: kind, text: said.join(", ") + inConflict };
  });
}

/** "Need · changed". */
export function sayBecame({ kind, became }: Pick<MergeItem, "kind" | "became">): string {
  return `${capital(sayKind(kind))} · ${BECAME[became]}`;
}

/** After: what became of it. */
export function sayMerged({ taken, deleted, kept }: Merged): string {
  if (taken + deleted === 0) {
    return "Nothing came in";
  }
  const gone = deleted > 0 ? `, ${deleted.toLocaleString(LOCALE)} deleted` : "";
  const stayed = kept > 0 ? `, ${sayCounted(kept, "conflict")} left as here` : "";
  return `${sayCounted(taken, "thing")} came in${gone}${stayed}`;
}
