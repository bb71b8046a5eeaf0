import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import { mayEdit } from "@/rpc/session";
import type { ActionContext } from "./action";
import { currentSelection } from "./registry";

/** A stable function that says what actions may know at the moment it is called. */
export function useActionContext(): () => ActionContext {
  const router = useRouter();
  return useCallback(
    () => ({
      path: router.state.location.pathname,
      mayEdit: mayEdit(),
      selection: currentSelection(),
      go: (address) => router.history.push(address),
    }),
    [router],
  );
}
