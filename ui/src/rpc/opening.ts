// The ways into a workspace and out of it. Each asks first where something is not saved.
import type { New } from "@/bindings/New";
import type { Saved } from "@/bindings/Saved";
import type { SavedCopy } from "@/bindings/SavedCopy";
import type { Session } from "@/bindings/Session";
import { showToast } from "@/components/toasts";
import { showFailure } from "@/errors/show";
import { call } from "./call";
import { leaveBy } from "./leaving";
import { askSession, currentSession, enterWorkspace, noteSession } from "./session";
import { sendAgain } from "./unsaved";

/** What is open: which file, and in which state of it. */
function standing(session: Session | null): string {
  return JSON.stringify([session?.open?.location.path, session?.open?.readOnly]);
}

function takeOver(session: Session, isOther: boolean): void {
  if (isOther) {
    enterWorkspace(session);
  } else {
    noteSession(session);
  }
}

/** A file that was refused is told of by its own page; anything else by a message. */
async function tell(thrown: unknown): Promise<void> {
  try {
    const session = await askSession();
    if (session.refused === null) {
      showFailure(thrown);
    }
  } catch {
    showFailure(thrown);
  }
}

const isDone = (done: boolean): boolean => done;

/** Enters what was opened; true when something else is open now than before. */
async function enter(opening: () => Promise<Session>): Promise<boolean> {
  return (await leaveBy(() => enterNow(opening), isDone)) ?? false;
}

async function enterNow(opening: () => Promise<Session>): Promise<boolean> {
  const before = standing(currentSession());
  try {
    const session = await opening();
    const isOther = standing(session) !== before;
    takeOver(session, isOther);
    return isOther;
  } catch (thrown) {
    await tell(thrown);
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

export function retryRefused(): Promise<boolean> {
  return enter(() => call("file.retry", {}));
}

export function readRefusedCopy(): Promise<boolean> {
  return enter(() => call("file.readCopy", {}));
}

/** Back to what was open, or to the start. */
export function forgetRefused(): Promise<boolean> {
  return enter(() => call("file.forgetRefused", {}));
}

/** Asks for a plan saved as JSON and enters the workspace that is made of it. */
export function pickPlan(): Promise<boolean> {
  return enter(() => call("file.fromPlan", {}));
}

/** Asks where, and saves a copy there without the people who are named in it. */
export async function saveCopyWithoutNames(): Promise<void> {
  try {
    const location = await call("file.saveAnonymousCopy", {});
    if (location !== null) {
      const text = `${location.name} is in ${location.folder}. It holds the plan without its history.`;
      showToast({ tone: "success", title: "Copy without names saved", text });
    }
  } catch (thrown) {
    showFailure(thrown);
  }
}

/** Saves what can be read of the refused file to a new one, which is open then. */
export async function rescueRefused(): Promise<Saved | null> {
  try {
    return await leaveBy(
      () => call("file.rescue", {}),
      () => true,
    );
  } catch (thrown) {
    showFailure(thrown);
    return null;
  }
}

/** Puts a backup in place of what is there; true once it is. */
export async function restoreBackup(name: string): Promise<boolean> {
  return (await leaveBy(() => restoreNow(name), isDone)) ?? false;
}

async function restoreNow(name: string): Promise<boolean> {
  try {
    enterWorkspace(await call("backup.restore", { name }));
    showToast({ tone: "success", title: "The backup is restored" });
    return true;
  } catch (thrown) {
    await tell(thrown);
    return false;
  }
}

export function lookAtBackup(name: string): Promise<boolean> {
  return enter(() => call("backup.look", { name }));
}

export function leaveBackup(): Promise<boolean> {
  return enter(() => call("backup.leave", {}));
}

function sayCopy({ location, withoutHistory: isBare }: SavedCopy): string {
  const where = `${location.name} is in ${location.folder}.`;
  return isBare ? `${where} It holds the plan without its history, which could not be read.` : where;
}

/** Asks where, and saves a copy there; to go on in it, what is not saved yet is saved in it. */
export async function saveCopy(goOn: boolean): Promise<void> {
  try {
    const copy = await call("file.saveCopy", { goOn });
    if (copy === null) {
      return;
    }
    if (goOn) {
      enterWorkspace(copy.session);
      await sendAgain();
    }
    showToast({
      tone: "success",
      title: goOn ? "You work in the copy now" : "Copy saved",
      text: sayCopy(copy),
    });
  } catch (thrown) {
    showFailure(thrown);
  }
}
