// Which workspace is open. Entering another one forgets everything read from the one before.
import type { UseQueryResult } from "@tanstack/react-query";
import type { Session } from "@/bindings/Session";
import type { Failure } from "@/errors/failure";
import { notePlan } from "./changes";
import { queryClient } from "./client";
import { useCall } from "./useCall";

export function useSessionAnswer(): UseQueryResult<Session, Failure> {
  return useCall("session.get", {}, { kinds: ["workspace", "member"] });
}

/** null while it is on its way. */
export function useSession(): Session | null {
  return useSessionAnswer().data ?? null;
}

/** What is open now, for actions that run outside of components. */
export function currentSession(): Session | null {
  return queryClient.getQueryData<Session>(["session.get", {}]) ?? null;
}

/** Takes over what opening, making or closing a workspace answered. */
export function enterWorkspace(session: Session): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== "session.get" });
  queryClient.setQueryData(["session.get", {}], session);
  notePlan({ revision: 0, undo: session.open?.undo ?? null, redo: session.open?.redo ?? null });
}
