// The import under way. It outlives the view, so that one can look something up elsewhere and come back.
import { createStore, useSelector } from "@tanstack/react-store";
import type { Imported } from "@/bindings/Imported";
import type { MappingFields } from "@/bindings/MappingFields";
import type { Preview } from "@/bindings/Preview";
import { type Failure, toFailure } from "@/errors/failure";
import { showFailure } from "@/errors/show";
import { call } from "@/rpc/call";
import { mutate } from "@/rpc/mutate";
import { type NamedFile, sendFiles } from "./send";
import { changesNothing, sayDone } from "./tally";

export interface Source {
  /** What it is called on the screen. */
  title: string;
  files: readonly NamedFile[];
}

export interface Previewing {
  step: "preview";
  title: string;
  preview: Preview;
  /** As it was last changed; the preview may still be that of the one before. */
  mapping: MappingFields;
  doing: "nothing" | "preview" | "import";
  failure: Failure | null;
}

export interface Choosing {
  step: "choose";
  failure: Failure | null;
  /** The system's own dialog is open. */
  isAsking: boolean;
}

export type Work =
  | Choosing
  | { step: "reading"; title: string; sent: number | null }
  | Previewing
  | { step: "done"; title: string; imported: Imported };

const CHOOSE: Choosing = { step: "choose", failure: null, isAsking: false };

const work = createStore<Work>(CHOOSE);

/** Only the latest request may say what is shown. */
let turn = 0;

function show(next: Work): void {
  work.setState(() => next);
}

export function useWork(): Work {
  return useSelector(work, (state) => state);
}

function previewed(title: string, preview: Preview): Work {
  return { step: "preview", title, preview, mapping: preview.mapping, doing: "nothing", failure: null };
}

export function refuse(thrown: unknown): void {
  const failure = toFailure(thrown);
  show({ ...CHOOSE, failure: failure.code === "cancelled" ? null : failure });
}

async function read(title: string, ask: (isWanted: () => boolean) => Promise<Preview | null>): Promise<void> {
  turn += 1;
  const mine = turn;
  try {
    const preview = await ask(() => mine === turn);
    if (mine === turn) {
      show(preview === null ? CHOOSE : previewed(title, preview));
    }
  } catch (thrown) {
    if (mine === turn) {
      refuse(thrown);
    }
  }
}

export async function readFiles({ title, files }: Source): Promise<void> {
  show({ step: "reading", title, sent: 0 });
  await read(title, async (isWanted) => {
    await call("import.begin", {});
    await sendFiles(files, {
      send: (piece) => call("import.piece", piece),
      onSent: (sent) => isWanted() && show({ step: "reading", title, sent }),
      isWanted,
    });
    if (!isWanted()) {
      return null;
    }
    show({ step: "reading", title, sent: null });
    return call("import.read", {});
  });
}

/** A folder picked in a dialog of the system, read where it lies. */
export async function readFolder(): Promise<void> {
  show({ ...CHOOSE, isAsking: true });
  await read("Folder of Markdown", () => call("import.folder", {}));
}

/** Gives up what is being read, or the preview, and goes back to choosing. */
export function startOver(): void {
  turn += 1;
  if (work.state.step === "reading") {
    cancel();
  }
  show(CHOOSE);
}

/** Asks for the work under way to end; whoever waits for it hears of it. */
export function cancel(): void {
  call("import.cancel", {}).catch(showFailure);
}

async function previewAgain(mapping: MappingFields, ask: () => Promise<Preview>): Promise<void> {
  const before = work.state;
  if (before.step !== "preview") {
    return;
  }
  turn += 1;
  const mine = turn;
  show({ ...before, mapping, doing: "preview", failure: null });
  try {
    const preview = await ask();
    if (mine === turn) {
      show(previewed(before.title, preview));
    }
  } catch (thrown) {
    if (mine === turn) {
      show({ ...before, mapping: before.preview.mapping, doing: "nothing", failure: toFailure(thrown) });
    }
  }
}

export function tryMapping(mapping: MappingFields): Promise<void> {
  return previewAgain(mapping, () => call("import.preview", { mapping }));
}

export async function readSheet(sheet: string): Promise<void> {
  if (work.state.step === "preview") {
    await previewAgain(work.state.mapping, () => call("import.read", { sheet }));
  }
}

/** On coming back: the plan may have changed meanwhile, or another workspace may be open. */
export async function lookAgain(): Promise<void> {
  if (work.state.step !== "preview" || work.state.doing !== "nothing") {
    return;
  }
  await tryMapping(work.state.mapping);
  if (work.state.step === "preview" && work.state.failure !== null) {
    show(CHOOSE);
  }
}

/** What became of an import has been read once the view is left. */
export function leave(): void {
  if (work.state.step === "done") {
    show(CHOOSE);
  }
}

export async function importIt(): Promise<void> {
  const before = work.state;
  if (before.step !== "preview" || before.doing !== "nothing") {
    return;
  }
  const { title, mapping } = before;
  show({ ...before, doing: "import", failure: null });
  const told = { toast: (tally: Imported) => (changesNothing(tally) ? null : sayDone(tally)) };
  const imported = await mutate("import.apply", { mapping }, told);
  show(imported === null ? before : { step: "done", title, imported });
}
