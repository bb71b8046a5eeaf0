// The import of content that is under way.
import type { Imported } from "@/bindings/Imported";
import type { Preview } from "@/bindings/Preview";
import { call } from "@/rpc/call";
import { mutate } from "@/rpc/mutate";
import * as flow from "./flow";
import { changesNothing, sayDone } from "./tally";

export type Previewing = flow.Previewing<Preview>;

const told = { toast: (tally: Imported) => (changesNothing(tally) ? null : sayDone(tally)) };

const content = flow.makeFlow<Preview, Imported>({
  read: (request) => call("import.read", request),
  preview: (mapping) => call("import.preview", { mapping }),
  apply: (mapping) => mutate("import.apply", { mapping }, told),
});

export const { useWork, refuse, readFiles, startOver, tryMapping, readSheet, lookAgain, leave, importIt } =
  content;

/** A folder picked in a dialog of the system, read where it lies. */
export function readFolder(): Promise<void> {
  return content.choose(
    () => "Folder of Markdown",
    () => call("import.folder", {}),
  );
}
