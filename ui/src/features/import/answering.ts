// The answers under way: the filled workbook that was read, and what is chosen of it. It ends with the
// view: the plan may be another one when somebody comes back.
import { createStore, useSelector } from "@tanstack/react-store";
import type { AnswersPreview } from "@/bindings/AnswersPreview";
import type { TakenIn } from "@/bindings/TakenIn";
import { call } from "@/rpc/call";
import { mutate } from "@/rpc/mutate";
import { sayTaken } from "./answerWords";
import { refuse } from "./work";

export interface Hearing {
  step: "hear";
  preview: AnswersPreview;
  /** The checks in conflict on which the file is right. */
  taken: ReadonlySet<string>;
  isTaking: boolean;
}

export type Answering =
  | { step: "none"; isAsking: boolean }
  | Hearing
  | { step: "taken"; file: string; taken: TakenIn };

const NONE: Answering = { step: "none", isAsking: false };

const answering = createStore<Answering>(NONE);

function show(next: Answering): void {
  answering.setState(() => next);
}

export function useAnswering(): Answering {
  return useSelector(answering, (state) => state);
}

/** A filled workbook picked in a dialog of the system, which stays as it is. */
export async function readAnswers(): Promise<void> {
  show({ step: "none", isAsking: true });
  try {
    const preview = await call("answers.read", {});
    show(preview === null ? NONE : { step: "hear", preview, taken: new Set(), isTaking: false });
  } catch (thrown) {
    show(NONE);
    refuse(thrown);
  }
}

/** Takes what the file says of a check in conflict, or leaves what is said here. */
export function takeFromFile(id: string, isTaken: boolean): void {
  answering.setState((before) => {
    if (before.step !== "hear") {
      return before;
    }
    const taken = new Set([...before.taken].filter((one) => one !== id));
    return { ...before, taken: isTaken ? taken.add(id) : taken };
  });
}

export function leaveAnswers(): void {
  show(NONE);
}

export async function takeIn(): Promise<void> {
  const before = answering.state;
  if (before.step !== "hear" || before.isTaking) {
    return;
  }
  show({ ...before, isTaking: true });
  const told = { toast: (taken: TakenIn) => (taken.checks + taken.needs > 0 ? sayTaken(taken) : null) };
  const taken = await mutate("answers.apply", { take: [...before.taken] }, told);
  show(taken === null ? { ...before, isTaking: false } : { step: "taken", file: before.preview.file, taken });
}
