// Which workspace is open. Entering another one forgets everything read from the one before.
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Session } from "@/bindings/Session";
import type { Failure } from "@/errors/failure";
import { notePlan } from "./changes";
import { queryClient } from "./client";
import { read } from "./useCall";

const session = read("session.get", {}, ["workspace", "member"]);

export function useSessionAnswer(): UseQueryResult<Session, Failure> {
  return useQuery(session);
}

/** null while it is on its way. */
export function useSession(): Session | null {
  return useSessionAnswer().data ?? null;
}

/** What is open now, for actions that run outside of components. */
export function currentSession(): Session | null {
  return queryClient.getQueryData(session.queryKey) ?? null;
}

/** The path of the open workspace, null where none is, once that is known. */
export async function openPath(): Promise<string | null> {
  return (await queryClient.fetchQuery(session)).open?.location.path ?? null;
}

/** Takes over what opening, making or closing a workspace answered. */
export function enterWorkspace(entered: Session): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== "session.get" });
  queryClient.setQueryData(session.queryKey, entered);
  notePlan({ revision: 0, undo: entered.open?.undo ?? null, redo: entered.open?.redo ?? null });
}
