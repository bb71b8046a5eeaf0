// What the last change left behind: the revision, what undo and redo would do, and whether a write is
// on its way (the saved mark of the top bar).
import { createStore, useSelector } from "@tanstack/react-store";
import type { Changes } from "@/bindings/Changes";
import type { Done } from "@/bindings/Done";
import { toFailure } from "@/errors/failure";
import { invalidate } from "./client";

export interface PlanState {
  revision: number;
  undo: Done | null;
  redo: Done | null;
  writing: number;
  failed: boolean;
}

const plan = createStore<PlanState>({ revision: 0, undo: null, redo: null, writing: 0, failed: false });

/** What undo and redo would do now. */
export function useDone(): Pick<PlanState, "undo" | "redo"> {
  const undo = useSelector(plan, (state) => state.undo);
  const redo = useSelector(plan, (state) => state.redo);
  return { undo, redo };
}

/** How many writes are under way, and whether the last one failed. */
export function useWriting(): Pick<PlanState, "writing" | "failed"> {
  const writing = useSelector(plan, (state) => state.writing);
  const failed = useSelector(plan, (state) => state.failed);
  return { writing, failed };
}

export function planState(): PlanState {
  return plan.state;
}

export function notePlan(known: Pick<PlanState, "undo" | "redo"> & { revision?: number }): void {
  plan.setState((state) => ({ ...state, ...known }));
}

export async function applyChanges(changes: Changes): Promise<void> {
  await invalidate(changes.kinds, () =>
    notePlan({ revision: changes.revision, undo: changes.undo, redo: changes.redo }),
  );
}

/** Answers that leave the plan as it was and as it is shown: nothing is unsaved after them. */
const REFUSALS: ReadonlySet<string> = new Set([
  "invalid",
  "not_found",
  "conflict",
  "nothing_to",
  "cancelled",
]);

/** Counts a write as under way, so that the saved mark tells the truth while it runs. */
export async function whileWriting<T>(write: () => Promise<T>): Promise<T> {
  plan.setState((state) => ({ ...state, writing: state.writing + 1 }));
  let failed = false;
  try {
    return await write();
  } catch (thrown) {
    const { code } = toFailure(thrown);
    // What is not saved is said by what waits to be saved.
    failed = !REFUSALS.has(code) && code !== "not_saved";
    throw thrown;
  } finally {
    plan.setState((state) => ({ ...state, writing: state.writing - 1, failed }));
  }
}
