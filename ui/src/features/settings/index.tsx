import { Page } from "@/components/Page";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { AppearanceCard } from "./AppearanceCard";
import { FileCard } from "./FileCard";
import { FormatsCard } from "./FormatsCard";
import { useWorkspace } from "./queries";
import { TimeCard } from "./TimeCard";
import { WorkspaceCard } from "./WorkspaceCard";

export function SettingsView() {
  const { data: workspace, error, refetch } = useWorkspace();
  return (
    <Page title="Settings" summary="Kept at once; undo takes any of it back" isNarrow>
      {error ? (
        <FailureState error={error} retry={() => void refetch()} />
      ) : workspace === undefined ? (
        <Skeleton height="12rem" />
      ) : (
        <>
          <WorkspaceCard workspace={workspace} />
          <TimeCard workspace={workspace} />
          <FormatsCard />
          <AppearanceCard />
          <FileCard />
        </>
      )}
    </Page>
  );
}
