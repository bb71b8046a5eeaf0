// Which workspace is open. Entering another one forgets everything read from the one before.
import { notePlan } from "./changes";
import { queryClient } from "./client";
import type { Session } from "./contract";
import { useCall } from "./useCall";

export function useSession(): Session | null {
  return useCall("workspace.session", {}, { kinds: ["workspace", "member"] }).data ?? null;
}

/** Takes over what opening, making or closing a workspace answered. */
export function enterWorkspace(session: Session): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== "workspace.session" });
  queryClient.setQueryData(["workspace.session", {}], session);
  notePlan({ revision: 0, undo: session.open?.undo ?? null, redo: session.open?.redo ?? null });
}
