// Which workspace is open. Entering another one forgets everything read from the one before.

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { createStore, useSelector } from "@tanstack/react-store";
import type { OpenWorkspace } from "@/bindings/OpenWorkspace";
import type { ReadOnly } from "@/bindings/ReadOnly";
import type { Session } from "@/bindings/Session";
import type { Failure } from "@/errors/failure";
import { notePlan } from "./changes";
import { queryClient } from "./client";
import { read } from "./useCall";

/** How backups stand changes without a change of the plan. */
const LOOK_MS = 30_000;

const session = read("session.get", {}, ["workspace", "member"]);

export function useSessionAnswer(): UseQueryResult<Session, Failure> {
  return useQuery({ ...session, refetchInterval: LOOK_MS });
}

/** null while it is on its way. */
export function useSession(): Session | null {
  return useQuery(session).data ?? null;
}

/** The currency of all money without another. */
export function useCurrency(): string {
  return useSession()?.open?.workspace.currency ?? "EUR";
}

/** What is open now, for actions that run outside of components. */
export function currentSession(): Session | null {
  return queryClient.getQueryData(session.queryKey) ?? null;
}

const entered = createStore({ times: 0 });

/** The open workspace, null where none is, once that is known. */
export async function openNow(): Promise<OpenWorkspace | null> {
  return (await queryClient.fetchQuery(session)).open;
}

/** Names what is open until something else is entered: another workspace, or another state of it. */
export function useEntered(): number {
  return useSelector(entered, ({ times }) => times);
}

/** The same, once what is open is known. */
export async function enteredNow(): Promise<number> {
  await queryClient.fetchQuery(session);
  return entered.state.times;
}

export function useReadOnly(): ReadOnly | null {
  return useSession()?.open?.readOnly ?? null;
}

export function useIsReadOnly(): boolean {
  return useReadOnly() !== null;
}

/** The same for verbs, which ask when they are offered and when they run. */
export function mayEdit(): boolean {
  return (currentSession()?.open?.readOnly ?? null) === null;
}

/** Takes over what core says of the session, where the workspace that is open stays as it is. */
export function noteSession(known: Session): void {
  queryClient.setQueryData(session.queryKey, known);
}

/** Asks again what is open, and what was refused. */
export async function askSession(): Promise<Session> {
  return queryClient.fetchQuery({ ...session, staleTime: 0 });
}

/** Takes over what opening, making or closing a workspace answered. */
export function enterWorkspace(next: Session): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== "session.get" });
  noteSession(next);
  entered.setState(({ times }) => ({ times: times + 1 }));
  notePlan({ revision: 0, undo: next.open?.undo ?? null, redo: next.open?.redo ?? null });
}
