// An import under way: a source is read, looked at under a mapping as often as that changes, and taken
// in once. It outlives the view, so that one can look something up elsewhere and come back.
import { createStore, useSelector } from "@tanstack/react-store";
import type { MappingFields } from "@/bindings/MappingFields";
import { type Failure, toFailure } from "@/errors/failure";
import { showFailure } from "@/errors/show";
import { call } from "@/rpc/call";
import { type NamedFile, sendFiles } from "./send";

export interface Source {
  /** What it is called on the screen. */
  title: string;
  files: readonly NamedFile[];
}

export interface Choosing {
  step: "choose";
  failure: Failure | null;
  /** The system's own dialog is open. */
  isAsking: boolean;
}

export interface Reading {
  step: "reading";
  title: string;
  /** How much of it has arrived; null once all of it has. */
  sent: number | null;
}

export interface Previewing<P> {
  step: "preview";
  title: string;
  preview: P;
  /** As it was last changed; the preview may still be that of the one before. */
  mapping: MappingFields;
  doing: "nothing" | "preview" | "import";
  failure: Failure | null;
}

export interface Finished<D> {
  step: "done";
  title: string;
  imported: D;
}

export type Work<P, D> = Choosing | Reading | Previewing<P> | Finished<D>;

export interface Commands<P, D> {
  /** What was sent; of a workbook, a sheet. */
  read: (request: { sheet?: string }) => Promise<P>;
  preview: (mapping: MappingFields) => Promise<P>;
  /** null where it failed, which has been said by then. */
  apply: (mapping: MappingFields) => Promise<D | null>;
}

const CHOOSE: Choosing = { step: "choose", failure: null, isAsking: false };

/** Asks for the work under way to end; whoever waits for it hears of it. */
export function cancel(): void {
  call("import.cancel", {}).catch(showFailure);
}

export function makeFlow<P extends { mapping: MappingFields }, D>(commands: Commands<P, D>) {
  const work = createStore<Work<P, D>>(CHOOSE);
  /** Only the latest request may say what is shown. */
  let turn = 0;

  const show = (next: Work<P, D>) => work.setState(() => next);

  const previewed = (title: string, preview: P): Work<P, D> => ({
    step: "preview",
    title,
    preview,
    mapping: preview.mapping,
    doing: "nothing",
    failure: null,
  });

  function refuse(thrown: unknown): void {
    const failure = toFailure(thrown);
    show({ ...CHOOSE, failure: failure.code === "cancelled" ? null : failure });
  }

  async function read(
    titleOf: (preview: P) => string,
    ask: (isWanted: () => boolean) => Promise<P | null>,
  ): Promise<void> {
    turn += 1;
    const mine = turn;
    try {
      const preview = await ask(() => mine === turn);
      if (mine === turn) {
        show(preview === null ? CHOOSE : previewed(titleOf(preview), preview));
      }
    } catch (thrown) {
      if (mine === turn) {
        refuse(thrown);
      }
    }
  }

  async function readFiles({ title, files }: Source): Promise<void> {
    show({ step: "reading", title, sent: 0 });
    await read(
      () => title,
      async (isWanted) => {
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
        return commands.read({});
      },
    );
  }

  /** What is picked in a dialog of the system, read where it lies. */
  async function choose(titleOf: (preview: P) => string, ask: () => Promise<P | null>): Promise<void> {
    show({ ...CHOOSE, isAsking: true });
    await read(titleOf, ask);
  }

  /** Gives up what is being read, or the preview, and goes back to choosing. */
  function startOver(): void {
    turn += 1;
    if (work.state.step === "reading") {
      cancel();
    }
    show(CHOOSE);
  }

  async function previewAgain(mapping: MappingFields, ask: () => Promise<P>): Promise<void> {
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

  function tryMapping(mapping: MappingFields): Promise<void> {
    return previewAgain(mapping, () => commands.preview(mapping));
  }

  async function readSheet(sheet: string): Promise<void> {
    if (work.state.step === "preview") {
      await previewAgain(work.state.mapping, () => commands.read({ sheet }));
    }
  }

  /** On coming back: the plan may have changed meanwhile, or another workspace may be open. */
  async function lookAgain(): Promise<void> {
    if (work.state.step !== "preview" || work.state.doing !== "nothing") {
      return;
    }
    await tryMapping(work.state.mapping);
    if (work.state.step === "preview" && work.state.failure !== null) {
      show(CHOOSE);
    }
  }

  /** What became of an import has been read once the view is left. */
  function leave(): void {
    if (work.state.step === "done") {
      show(CHOOSE);
    }
  }

  async function importIt(): Promise<void> {
    const before = work.state;
    if (before.step !== "preview" || before.doing !== "nothing") {
      return;
    }
    const { title, mapping } = before;
    show({ ...before, doing: "import", failure: null });
    const imported = await commands.apply(mapping);
    show(imported === null ? before : { step: "done", title, imported });
  }

  return {
    useWork: () => useSelector(work, (state) => state),
    refuse,
    readFiles,
    choose,
    startOver,
    tryMapping,
    readSheet,
    lookAgain,
    leave,
    importIt,
  };
}
