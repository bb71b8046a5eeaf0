// The one way the window changes anything: call, refresh what the changes touch, offer undo, show what
// went wrong. An action calls mutate(); a view that must show it is waiting uses useMutate().
import { useMutation } from "@tanstack/react-query";
import type { Outcome } from "@/bindings/Outcome";
import { showToast } from "@/components/toasts";
import { type Failure, toFailure } from "@/errors/failure";
import { showFailure } from "@/errors/show";
import { type Command, call, type RequestOf, type ResponseOf } from "./call";
import { applyChanges, whileWriting } from "./changes";
import { queryClient } from "./client";
import { inTurn } from "./turns";
import { canWait, hasUnsaved, keepUnsaved, refuseToOvertake } from "./unsaved";

/** The commands that answer with an Outcome. */
export type Mutation = {
  [C in Command]: ResponseOf<C> extends Outcome<unknown> ? C : never;
}[Command];

export type ValueOf<C extends Mutation> = ResponseOf<C> extends Outcome<infer T> ? T : never;

export interface MutateOptions<T> {
  /** What to tell, with an Undo beside it; nothing is told where the screen shows it or nothing changed. */
  toast?: string | ((value: T) => string | null);
  /** What is wrong with the request is said by the field it came from; nothing is said elsewhere. */
  isSaidAtField?: boolean;
}

let dismissUndoOffer: (() => void) | null = null;

// Undo takes back the latest change only, so an older offer to undo would lie.
function withdrawUndoOffer(): void {
  dismissUndoOffer?.();
  dismissUndoOffer = null;
}

function offerUndo(title: string): void {
  dismissUndoOffer = showToast({
    tone: "plain",
    title,
    action: { label: "Undo", run: () => void undo() },
  });
}

interface Written<C extends Mutation> {
  /** What core said, or will say once what waits to be saved is saved. */
  outcome: Promise<Outcome<ValueOf<C>>>;
  hasWaited: boolean;
}

/** A change that cannot be saved waits, and so do all after it; its turn is over once it waits. */
async function write<C extends Mutation>(command: C, request: RequestOf<C>): Promise<Written<C>> {
  const wait = (reason?: string) => ({
    outcome: keepUnsaved(command, request, reason) as Promise<Outcome<ValueOf<C>>>,
    hasWaited: true,
  });
  if (hasUnsaved()) {
    if (!canWait(command)) {
      throw refuseToOvertake();
    }
    return wait();
  }
  try {
    const outcome = (await call(command, request)) as Outcome<ValueOf<C>>;
    return { outcome: Promise.resolve(outcome), hasWaited: false };
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.code !== "not_saved" || !canWait(command)) {
      throw failure;
    }
    return wait(failure.message);
  }
}

async function send<C extends Mutation>(
  command: C,
  request: RequestOf<C>,
  options: MutateOptions<ValueOf<C>>,
): Promise<ValueOf<C>> {
  try {
    const written = await whileWriting(() => inTurn(() => write(command, request)));
    const outcome = await written.outcome;
    withdrawUndoOffer();
    if (written.hasWaited) {
      return outcome.value;
    }
    await applyChanges(outcome.changes);
    const told = typeof options.toast === "function" ? options.toast(outcome.value) : options.toast;
    if (typeof told === "string") {
      offerUndo(told);
    }
    return outcome.value;
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (options.isSaidAtField !== true || failure.code !== "invalid") {
      showFailure(failure);
    }
    if (failure.code === "conflict" || failure.code === "not_found") {
      await queryClient.invalidateQueries();
    }
    throw failure;
  }
}

/** The new value, or null when it failed; the failure has been shown by then. */
export async function mutate<C extends Mutation>(
  command: C,
  request: RequestOf<C>,
  options: MutateOptions<ValueOf<C>> = {},
): Promise<ValueOf<C> | null> {
  try {
    return await send(command, request, options);
  } catch {
    return null;
  }
}

/** For what answers nothing: whether it is done; the failure has been shown by then. */
export async function carryOut<C extends Mutation>(
  command: C,
  request: RequestOf<C>,
  options: MutateOptions<ValueOf<C>> = {},
): Promise<boolean> {
  try {
    await send(command, request, options);
    return true;
  } catch {
    return false;
  }
}

/** For a field that says itself what is wrong: the message, or null once the change is kept. */
export async function mutateField<C extends Mutation>(
  command: C,
  request: RequestOf<C>,
  options: MutateOptions<ValueOf<C>> = {},
): Promise<string | null> {
  try {
    await send(command, request, { ...options, isSaidAtField: true });
    return null;
  } catch (thrown) {
    return toFailure(thrown).message;
  }
}

export interface UseMutate<C extends Mutation> {
  run: (request: RequestOf<C>) => Promise<ValueOf<C> | null>;
  /** The same for what answers nothing: whether it is done. */
  carryOut: (request: RequestOf<C>) => Promise<boolean>;
  isPending: boolean;
  failure: Failure | null;
  reset: () => void;
}

export function useMutate<C extends Mutation>(
  command: C,
  options: MutateOptions<ValueOf<C>> = {},
): UseMutate<C> {
  const mutation = useMutation<ValueOf<C>, Failure, RequestOf<C>>({
    mutationFn: (request) => send(command, request, options),
  });
  return {
    run: (request) => mutation.mutateAsync(request).catch(() => null),
    carryOut: (request) =>
      mutation.mutateAsync(request).then(
        () => true,
        () => false,
      ),
    isPending: mutation.isPending,
    failure: mutation.error,
    reset: mutation.reset,
  };
}

export async function undo(): Promise<void> {
  await mutate("plan.undo", {});
}

export async function redo(): Promise<void> {
  await mutate("plan.redo", {});
}
