// What restoring an edit will do, before it is done.

import type { EditDetail } from "@/bindings/EditDetail";
import { LOCALE } from "@/locale";

type Counts = Pick<EditDetail, "made" | "changed" | "deleted">;

function things(count: number): string {
  return count === 1 ? "the one thing" : `the ${count.toLocaleString(LOCALE)} things`;
}

/** "Brings back the 3 things it deleted and sets back the one thing it changed. Later changes …" */
export function sayRestore({ made, changed, deleted }: Counts): string {
  const parts = [
    deleted > 0 && `brings back ${things(deleted)} it deleted`,
    changed > 0 && `sets back ${things(changed)} it changed`,
    made > 0 && `takes away ${things(made)} it made`,
  ].filter((part) => part !== false);
  const list = parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
  const later = changed + deleted > 0 ? " What was changed on them since is replaced." : "";
  return `This ${list}.${later} It can be undone.`;
}
