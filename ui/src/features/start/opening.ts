// The ways into a workspace and out of it.
import type { New } from "@/bindings/New";
import type { Session } from "@/bindings/Session";
import { showFailure } from "@/errors/show";
import { call } from "@/rpc/call";
import { currentSession, enterWorkspace } from "@/rpc/session";

function openPath(session: Session | null): string | null {
  return session?.open?.location.path ?? null;
}

/** Enters what was opened; true when something else is open now than before. */
async function enter(opening: () => Promise<Session>): Promise<boolean> {
  const before = openPath(currentSession());
  try {
    const session = await opening();
    const isOther = openPath(session) !== before;
    if (isOther) {
      enterWorkspace(session);
    }
    return isOther;
  } catch (thrown) {
    showFailure(thrown);
    return false;
  }
}

/** Asks for a workspace in the system's dialog; closing the dialog leaves all as it is. */
export function pickWorkspace(): Promise<boolean> {
  return enter(() => call("file.open", {}));
}

export function openRecent(path: string): Promise<boolean> {
  return enter(() => call("file.reopen", { path }));
}

export function openSample(): Promise<boolean> {
  return enter(() => call("file.sample", {}));
}

export function makeWorkspace(request: New): Promise<boolean> {
  return enter(() => call("file.new", request));
}

export function closeWorkspace(): Promise<boolean> {
  return enter(() => call("file.close", {}));
}
