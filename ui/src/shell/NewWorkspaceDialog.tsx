import { lazy, Suspense } from "react";
import { useActionContext } from "@/actions/useActionContext";
import { Dialog } from "@/components/Dialog";
import { useSession } from "@/rpc/session";
import { showNewWorkspace, useNewWorkspaceShown } from "./workspaceActions";

const StartChoices = lazy(async () => ({
  default: (await import("@/features/start/StartChoices")).StartChoices,
}));

/** The same three beginnings as on the first start, while a workspace is open. */
export function NewWorkspaceDialog() {
  const isOpen = useNewWorkspaceShown();
  const session = useSession();
  const context = useActionContext();
  const close = () => showNewWorkspace(false);
  const go = (address: string) => {
    close();
    context().go(address);
  };
  return (
    <Dialog
      isOpen={isOpen && session !== null}
      onClose={close}
      title="New workspace"
      text="The workspace that is open stays as it is, in its own file."
      size="large"
    >
      <Suspense>{session && <StartChoices session={session} go={go} />}</Suspense>
    </Dialog>
  );
}
