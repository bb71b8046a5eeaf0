// Leaving a workspace, or the window: what is being written is waited for, and where something could not be
// saved, somebody is asked. The shell shows the question.
import { createStore, useSelector } from "@tanstack/react-store";
import { host } from "@/host/host";
import { forgetTurns, whenWritten } from "./turns";
import { discard, hasUnsaved, heldBack } from "./unsaved";

/** A file that comes in takes longer; it does not hold whoever wants to leave. */
const WAIT_MS = 3_000;

interface Question {
  /** What would be left. */
  isClosing: boolean;
  answer: (leave: boolean) => void;
}

const question = createStore<{ asked: Question | null }>({ asked: null });

export function useLeaving(): Question | null {
  return useSelector(question, ({ asked }) => asked);
}

function ask(isClosing: boolean): Promise<boolean> {
  question.state.asked?.answer(false);
  return new Promise((resolve) => {
    const answer = (leave: boolean) => {
      question.setState(() => ({ asked: null }));
      resolve(leave);
    };
    question.setState(() => ({ asked: { isClosing, answer } }));
  });
}

async function mayLeave(isClosing: boolean): Promise<boolean> {
  await Promise.race([whenWritten(), new Promise((resolve) => setTimeout(resolve, WAIT_MS))]);
  return !hasUnsaved() || (await ask(isClosing));
}

/**
 * Leaves the workspace by `go`, which says whether something else is open then: at once where all is saved,
 * else when somebody says so. What waits is given up only once it is left; null where somebody stays.
 */
export async function leaveBy<T>(go: () => Promise<T>, hasLeft: (gone: T) => boolean): Promise<T | null> {
  if (!(await mayLeave(false))) {
    return null;
  }
  return heldBack(async () => {
    const gone = await go();
    if (hasLeft(gone)) {
      forgetTurns();
      discard();
    }
    return gone;
  });
}

/** What is being typed is kept by its field as soon as the field is left. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) {
    document.activeElement.blur();
  }
}

async function mayClose(): Promise<boolean> {
  leaveField();
  const leave = await mayLeave(true);
  if (leave) {
    discard();
  }
  return leave;
}

/** From now on the window closes only when nothing that was done in it is lost by that. */
export function guardClosing(): void {
  host().holdClose(mayClose);
}
