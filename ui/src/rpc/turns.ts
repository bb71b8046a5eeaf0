// Core takes calls as they come, each on a thread of its own. What is written one after the other is sent so.
import { Failure } from "@/errors/failure";

let last: Promise<unknown> = Promise.resolve();
let workspace = 0;

/** Writes once all that was to be written before is. */
export function inTurn<T>(write: () => Promise<T>): Promise<T> {
  const meant = workspace;
  const turn = last.then(() => {
    if (meant !== workspace) {
      throw new Failure("cancelled", "The workspace was left before this change was sent.");
    }
    return write();
  });
  last = turn.catch(() => null);
  return turn;
}

/** Done once nothing is being written, and nothing has begun meanwhile. */
export async function whenWritten(): Promise<void> {
  for (let seen: Promise<unknown> | null = null; seen !== last; ) {
    seen = last;
    await seen;
  }
}

/** What has not been sent yet was meant for the workspace that was left. */
export function forgetTurns(): void {
  workspace += 1;
}
