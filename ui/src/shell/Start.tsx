import { FolderOpen } from "lucide-react";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { showFailure } from "@/errors/show";
import { call } from "@/rpc/call";
import { enterWorkspace } from "@/rpc/session";

async function open(): Promise<void> {
  try {
    enterWorkspace(await call("file.open", {}));
  } catch (thrown) {
    showFailure(thrown);
  }
}

/** What the window shows while no workspace is open. */
export function Start() {
  return (
    <EmptyState
      level={1}
      icon={FolderOpen}
      title="No workspace is open"
      text="A workspace holds one company's content architecture: personas, stages, assets, and what each one does for a deal. It is one file, and it stays on this machine."
      action={
        <Button look="primary" size="large" onPress={() => void open()}>
          Open a workspace…
        </Button>
      }
    />
  );
}
