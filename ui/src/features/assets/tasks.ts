// What can be done to assets besides editing a cell. What needs a word first opens a dialog.
import type { AssetFields } from "@/bindings/AssetFields";
import type { Hanging } from "@/bindings/Hanging";
import type { Status } from "@/bindings/Status";
import { showFailure } from "@/errors/show";
import { call } from "@/rpc/call";
import { mutate } from "@/rpc/mutate";
import { sayCount } from "@/words/edits";

/** A dialog that waits for a word about these assets. */
export type Task =
  | { kind: "new" }
  | { kind: "place"; ids: readonly string[] }
  | { kind: "set"; ids: readonly string[] }
  | { kind: "themes"; ids: readonly string[] }
  | { kind: "delete"; ids: readonly string[]; name: string; hanging: readonly Hanging[] };

export async function setMany(
  ids: readonly string[],
  set: Partial<AssetFields>,
  toast: string,
): Promise<boolean> {
  const done = await mutate("asset.updateMany", { ids: [...ids], set }, { toast });
  return done !== null;
}

export function setStatus(ids: readonly string[], status: Status): Promise<boolean> {
  return setMany(ids, { status }, `${sayCount("asset", ids.length)} now ${status}`);
}

export async function deleteNow(ids: readonly string[], name: string): Promise<boolean> {
  const done = await mutate("asset.deleteMany", { ids: [...ids] }, { toast: `${name} deleted` });
  return done !== null;
}

/** Deletes at once where nothing hangs on them; else what hangs is to be shown first. */
export async function askToDelete(
  ids: readonly string[],
  name: string,
  ask: (task: Task) => void,
  onDeleted?: () => void,
): Promise<void> {
  try {
    const hanging = await call("asset.hangs", { ids: [...ids] });
    if (hanging.length === 0) {
      if (await deleteNow(ids, name)) {
        onDeleted?.();
      }
    } else {
      ask({ kind: "delete", ids, name, hanging });
    }
  } catch (thrown) {
    showFailure(thrown);
  }
}

/** "RFP template" for one of a known title, else "12 assets". */
export function nameOf(ids: readonly string[], title: string | undefined): string {
  return ids.length === 1 && title !== undefined ? title : sayCount("asset", ids.length);
}
