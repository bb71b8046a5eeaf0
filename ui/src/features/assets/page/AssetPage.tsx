import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Download, ExternalLink, FileX2, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import type { AssetPage as PageOfAsset } from "@/bindings/AssetPage";
import { Back } from "@/components/Back";
import { Banner } from "@/components/Banner";
import { Card } from "@/components/Card";
import { Gone } from "@/components/Gone";
import { InlineEdit } from "@/components/InlineEdit";
import { Page } from "@/components/Page";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { openLink } from "@/rpc/openLink";
import { save } from "@/rpc/save";
import { useCall } from "@/rpc/useCall";
import { usualPaper } from "@/words/paper";
import { capital } from "@/words/text";
import { saveField } from "../saving";
import { TaskDialog } from "../TaskDialog";
import { askToDelete, type Task } from "../tasks";
import { hostOf } from "../values";
import { MARK_REASONS } from "../words";
import styles from "./AssetPage.module.css";
import { ChangeHistory } from "./ChangeHistory";
import { Editorial, FundingCard } from "./Checks";
import { FactsCard, type Save } from "./FactsCard";
import { Needs } from "./Needs";
import { NextSteps } from "./NextSteps";
import { Placements } from "./Placements";
import { Takeaways } from "./Takeaways";

const route = getRouteApi("/assets/$assetId");

export function AssetPage() {
  const { assetId } = route.useParams();
  const { data, error, refetch } = useCall(
    "asset.get",
    { id: assetId },
    {
      kinds: [
        "asset",
        "format",
        "placement",
        "persona",
        "stage",
        "journey",
        "verdict",
        "member",
        "need",
        "reading",
      ],
    },
  );
  if (error?.code === "not_found") {
    return <Gone what="asset" icon={FileX2} to="/assets" all="Assets" />;
  }
  if (error) {
    return <FailureState level={1} error={error} retry={() => void refetch()} />;
  }
  return data === undefined ? (
    <Page title="">
      <Skeleton lines={10} />
    </Page>
  ) : (
    <Known key={assetId} page={data} />
  );
}

function usePageActions(page: PageOfAsset, ask: (task: Task) => void) {
  const { asset } = page;
  const actions = useMemo(() => {
    const shared = { group: "Asset" };
    const link: Action = {
      ...shared,
      id: "asset.openLink",
      label: `Open ${hostOf(asset.url) || "its address"}`,
      icon: ExternalLink,
      shortcut: "O",
      enabled: () => asset.url !== "",
      run: () => void openLink(asset),
    };
    const brief: Action = {
      ...shared,
      id: "asset.brief",
      label: "Save its brief…",
      icon: Download,
      keywords: ["export", "page", "document", "pdf"],
      enabled: () => asset.status !== "published" && asset.status !== "retired",
      run: () => void save("export.brief", { id: asset.id, format: "html" }),
    };
    const paper: Action = {
      ...brief,
      id: "asset.briefPdf",
      label: "Save its brief as PDF…",
      run: () => void save("export.brief", { id: asset.id, format: "pdf", paper: usualPaper() }),
    };
    const place: Action = {
      ...shared,
      id: "asset.place",
      isEdit: true,
      label: "Place…",
      shortcut: "P",
      run: () => ask({ kind: "place", ids: [asset.id] }),
    };
    const remove: Action = {
      ...shared,
      id: "asset.delete",
      isEdit: true,
      label: "Delete",
      icon: Trash2,
      isDanger: true,
      run: () => void askToDelete([asset.id], asset.title, ask),
    };
    return { link, brief, remove, all: [link, brief, paper, place, remove] };
  }, [asset, ask]);
  useActions(actions.all);
  return actions;
}

function Known({ page }: { page: PageOfAsset }) {
  const { asset, summary, placements, needs, readBy } = page;
  const [task, setTask] = useState<Task | null>(null);
  const navigate = useNavigate();
  const actions = usePageActions(page, setTask);
  const save: Save = (set) => saveField(asset, set);
  return (
    <Page
      title={
        <InlineEdit
          label="Title"
          value={asset.title}
          look="title"
          isRequired
          onCommit={(title) => save({ title })}
        />
      }
      summary={<Back to="/assets" label="Assets" />}
      actions={
        <>
          <ActionButton action={actions.remove} look="quiet" />
          {asset.status === "published" || asset.status === "retired" ? null : (
            <ActionButton action={actions.brief} />
          )}
          <ActionButton action={actions.link} />
        </>
      }
    >
      {summary.mark !== null && (
        <Banner tone="danger" title={`${capital(summary.mark)}.`}>
          {MARK_REASONS[summary.mark]}
        </Banner>
      )}
      <div className={styles.page}>
        <div className={styles.column}>
          <Placements placements={placements} onPlace={() => setTask({ kind: "place", ids: [asset.id] })} />
          <Card title={asset.status === "published" ? "Summary" : "Brief"}>
            <InlineEdit
              label="Summary"
              value={asset.summary}
              placeholder="What it says, in short; before it is made, what it is to say"
              isMultiline
              onCommit={(text) => save({ summary: text })}
            />
          </Card>
          <Takeaways asset={asset} save={save} readBy={readBy} />
          <NextSteps asset={asset} save={save} />
          <Needs needs={needs} />
          <Editorial asset={asset} save={save} />
          <ChangeHistory assetId={asset.id} />
        </div>
        <div className={styles.column}>
          <FactsCard asset={asset} save={save} freshness={summary.freshness} />
          <FundingCard asset={asset} save={save} />
        </div>
      </div>
      <TaskDialog
        task={task}
        onClose={() => setTask(null)}
        onDeleted={() => void navigate({ to: "/assets" })}
      />
    </Page>
  );
}
