// Changes that could not be saved. They are kept in order and sent again until each is saved or given up;
// until then nothing new overtakes them, and the window does not say that all is saved.
import { createStore, useSelector } from "@tanstack/react-store";
import type { Outcome } from "@/bindings/Outcome";
import { showToast } from "@/components/toasts";
import { Failure, toFailure } from "@/errors/failure";
import { type Command, call, type RequestOf, type ResponseOf } from "./call";
import { applyChanges } from "./changes";
import { speakerId } from "./speaker";

const AGAIN_MS = 5_000;

/** Answers after which a change can never be saved: it no longer fits the plan. */
const REFUSALS: ReadonlySet<string> = new Set([
  "invalid",
  "not_found",
  "conflict",
  "nothing_to",
  "cancelled",
]);

export interface Unsaved {
  id: number;
  command: Command;
  request: unknown;
}

interface Kept extends Unsaved {
  speaker: string | null;
  answer: Promise<Outcome<unknown>>;
  settle: (outcome: Outcome<unknown>) => void;
  fail: (failure: Failure) => void;
}

interface State {
  kept: readonly Kept[];
  /** Why, in words. */
  reason: string;
  isTrying: boolean;
}

const unsaved = createStore<State>({ kept: [], reason: "", isTrying: false });
let nextId = 1;
let timer: ReturnType<typeof setTimeout> | undefined;

export function useUnsaved(): Readonly<{ kept: readonly Unsaved[]; reason: string; isTrying: boolean }> {
  return useSelector(unsaved, (state) => state);
}

export function useUnsavedCount(): number {
  return useSelector(unsaved, ({ kept }) => kept.length);
}

export function hasUnsaved(): boolean {
  return unsaved.state.kept.length > 0;
}

/** What was done with a file, to take changes back or for good is not done later by itself. */
export function canWait(command: Command): boolean {
  return !/^(?:plan|import|facts|lead|merge|answers|history)\./u.test(command);
}

export function refuseToOvertake(): Failure {
  return new Failure(
    "not_saved",
    "Earlier changes are still waiting to be saved. This is possible once they are.",
  );
}

function watch(): void {
  clearTimeout(timer);
  if (hasUnsaved()) {
    timer = setTimeout(() => void sendAgain(), AGAIN_MS);
  }
}

/** Sends nothing by itself while `go` leaves the workspace: what waits must not reach what is opened next. */
export async function heldBack<T>(go: () => Promise<T>): Promise<T> {
  clearTimeout(timer);
  try {
    return await go();
  } finally {
    watch();
  }
}

function take(id: number): void {
  unsaved.setState((state) => ({ ...state, kept: state.kept.filter((one) => one.id !== id) }));
}

function keepNew(command: Command, request: unknown): Kept {
  let settle: Kept["settle"] = () => {};
  let fail: Kept["fail"] = () => {};
  const answer = new Promise<Outcome<unknown>>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  const kept = { id: nextId, command, request, speaker: speakerId(), answer, settle, fail };
  nextId += 1;
  unsaved.setState((state) => ({ ...state, kept: [...state.kept, kept] }));
  return kept;
}

/** Keeps a change after those that wait already; the answer comes once it is saved, or given up. */
export function keepUnsaved<C extends Command>(
  command: C,
  request: RequestOf<C>,
  reason?: string,
): Promise<ResponseOf<C>> {
  if (reason !== undefined) {
    unsaved.setState((state) => ({ ...state, reason }));
  }
  const last = unsaved.state.kept.at(-1);
  const isSame = last?.command === command && JSON.stringify(last.request) === JSON.stringify(request);
  const kept = isSame && last ? last : keepNew(command, request);
  watch();
  if (reason === undefined) {
    void sendAgain();
  }
  // The answer of a change is what core gives for its command.
  return kept.answer as Promise<ResponseOf<C>>;
}

type Sent = "saved" | "dropped" | "waits";

async function sendOne(one: Kept): Promise<Sent> {
  try {
    const request = one.request as RequestOf<Command>;
    const outcome = (await call(one.command, request, one.speaker)) as Outcome<unknown>;
    take(one.id);
    one.settle(outcome);
    await applyChanges(outcome.changes);
    return "saved";
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (!REFUSALS.has(failure.code)) {
      unsaved.setState((state) => ({ ...state, reason: failure.message }));
      return "waits";
    }
    take(one.id);
    one.fail(failure);
    showToast({ tone: "error", title: "A change that waited no longer fits", text: failure.message });
    return "dropped";
  }
}

/** Sends what waits, one after the other, up to the first that still cannot be saved. */
export async function sendAgain(): Promise<void> {
  if (unsaved.state.isTrying) {
    return;
  }
  unsaved.setState((state) => ({ ...state, isTrying: true }));
  let isSaved = false;
  for (let [one] = unsaved.state.kept; one !== undefined; [one] = unsaved.state.kept) {
    const sent = await sendOne(one);
    isSaved ||= sent === "saved";
    if (sent === "waits") {
      break;
    }
  }
  unsaved.setState((state) => ({ ...state, isTrying: false }));
  if (isSaved && !hasUnsaved()) {
    showToast({ tone: "success", title: "Saved" });
  }
  watch();
}

/** Gives up one change, or all. */
export function discard(id?: number): void {
  const gone = unsaved.state.kept.filter((one) => id === undefined || one.id === id);
  for (const one of gone) {
    take(one.id);
    one.fail(new Failure("cancelled", "This change was discarded."));
  }
  watch();
}
