import { Page } from "@/components/Page";
import { useWorkspace } from "@/rpc/lists";
import { AppearanceCard } from "./AppearanceCard";
import { FileCard } from "./FileCard";
import { FormatsCard } from "./FormatsCard";
import { TimeCard } from "./TimeCard";
import { WorkspaceCard } from "./WorkspaceCard";

export function SettingsView() {
  const workspace = useWorkspace();
  return (
    <Page title="Settings" summary="Kept at once; undo takes any of it back" isNarrow>
      <WorkspaceCard workspace={workspace} />
      <TimeCard workspace={workspace} />
      <FormatsCard />
      <AppearanceCard />
      <FileCard />
    </Page>
  );
}
