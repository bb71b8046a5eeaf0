// Changing one asset. Changes follow each other: each waits for the one before and is made on the version
// that one left, so that going quickly from field to field never looks like two people editing.
import type { Asset } from "@/bindings/Asset";
import type { AssetFields } from "@/bindings/AssetFields";
import type { AssetPage } from "@/bindings/AssetPage";
import { queryClient } from "@/rpc/client";
import { mutate, mutateField } from "@/rpc/mutate";

let last: Promise<unknown> = Promise.resolve();

function afterTheLast<T>(run: () => Promise<T>): Promise<T> {
  const next = last.then(run, run);
  last = next.catch(() => undefined);
  return next;
}

const versions = new Map<string, number>();

/** For a cell of a table: what goes wrong is told in a message. */
export function saveCell({ id, version }: Asset, set: Partial<AssetFields>): Promise<Asset | null> {
  return afterTheLast(async () => {
    const on = Math.max(version, versions.get(id) ?? 0);
    const saved = await mutate("asset.update", { id, version: on, set });
    if (saved === null) {
      versions.delete(id);
    } else {
      versions.set(id, saved.version);
    }
    return saved;
  });
}

/** For a field that says itself what is wrong: the message, or null once it is kept. */
export function saveField({ id, version }: Asset, set: Partial<AssetFields>): Promise<string | null> {
  return afterTheLast(() => {
    const known = queryClient.getQueryData<AssetPage>(["asset.get", { id }]);
    return mutateField("asset.update", { id, version: known?.asset.version ?? version, set });
  });
}
