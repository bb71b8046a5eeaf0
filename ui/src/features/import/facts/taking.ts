// The import of facts that is under way.
import type { FactPreview } from "@/bindings/FactPreview";
import type { FactsImported } from "@/bindings/FactsImported";
import type { Dropped } from "@/components/droppedFiles";
import { Failure } from "@/errors/failure";
import { call } from "@/rpc/call";
import { mutate } from "@/rpc/mutate";
import * as flow from "../flow";
import { changesNothing, sayTaken } from "./words";

export type Previewing = flow.Previewing<FactPreview>;

const told = { toast: (taken: FactsImported) => (changesNothing(taken) ? null : sayTaken(taken)) };

const facts = flow.makeFlow<FactPreview, FactsImported>({
  read: (request) => call("facts.read", request),
  preview: (mapping) => call("facts.preview", { mapping }),
  apply: (mapping) => mutate("facts.apply", { mapping }, told),
});

export const { useWork, refuse, startOver, tryMapping, readSheet, lookAgain, leave, importIt } = facts;

/** A file picked in a dialog of the system, read where it lies, whatever its size. */
export function chooseFile(): Promise<void> {
  return facts.choose(
    ({ file }) => file,
    () => call("facts.choose", {}),
  );
}

/** What is dropped is sent piece by piece, and held in memory. */
const MOST_SENT = 512 * 1024 * 1024;

export async function takeDropped({ title, files }: Dropped): Promise<void> {
  const [first, ...more] = files;
  if (first === undefined || more.length > 0) {
    refuse(new Failure("store", "Bring in one file at a time: a CSV, TSV or XLSX file."));
  } else if (first.file.size > MOST_SENT) {
    refuse(new Failure("store", "More than 512 MB cannot be dropped. Choose the file instead."));
  } else {
    await facts.readFiles({ title, files });
  }
}
