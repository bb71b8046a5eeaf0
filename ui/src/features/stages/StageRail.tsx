import { Trash2 } from "lucide-react";
import type { Deletion } from "@/actions/deletion";
import type { Phase } from "@/bindings/Phase";
import type { Side } from "@/bindings/Side";
import type { Stage } from "@/bindings/Stage";
import type { StageKind } from "@/bindings/StageKind";
import { Button } from "@/components/Button";
import { InlineEdit } from "@/components/InlineEdit";
import { RailBody } from "@/components/RailLayout";
import { SegmentedControl } from "@/components/SegmentedControl";
import { Switch } from "@/components/Switch";
import { mutate } from "@/rpc/mutate";
import styles from "./Rail.module.css";
import { saveStage } from "./StageColumn";

const PHASES: readonly { id: Phase; label: string }[] = [
  { id: "engage", label: "Engage" },
  { id: "nurture", label: "Nurture" },
  { id: "convert", label: "Convert" },
];

const OWNERS: readonly { id: Side; label: string }[] = [
  { id: "marketing", label: "Marketing" },
  { id: "sales", label: "Sales" },
];

const KINDS: readonly { id: StageKind; label: string }[] = [
  { id: "lead", label: "Leads" },
  { id: "deal", label: "Deals" },
];

export function StageRail({ stage, deletion }: { stage: Stage; deletion: Deletion }) {
  const setHandoff = (handoff: boolean) =>
    mutate(
      "stage.update",
      { id: stage.id, set: { handoff } },
      { toast: handoff ? `Handoff is at ${stage.name}` : `${stage.name} is no longer the handoff` },
    );
  return (
    <RailBody>
      <h2 className={styles.title}>
        <InlineEdit
          label="Name"
          value={stage.name}
          look="heading"
          isRequired
          onCommit={(name) => saveStage(stage.id, { name })}
        />
      </h2>
      <div>
        <p className={styles.label}>Exit criterion</p>
        <InlineEdit
          label="Exit criterion"
          value={stage.exitCriterion}
          placeholder={`What is true when a ${stage.kind} may leave?`}
          isMultiline
          onCommit={(exitCriterion) => saveStage(stage.id, { exitCriterion })}
        />
      </div>
      <div className={styles.field}>
        <p className={styles.label}>Phase</p>
        <SegmentedControl
          label="Phase"
          segments={PHASES}
          value={stage.phase}
          onChange={(phase) => void saveStage(stage.id, { phase })}
        />
      </div>
      <div className={styles.field}>
        <p className={styles.label}>Owner</p>
        <SegmentedControl
          label="Owner"
          segments={OWNERS}
          value={stage.owner}
          onChange={(owner) => void saveStage(stage.id, { owner })}
        />
      </div>
      <div className={styles.field}>
        <p className={styles.label}>Passed by</p>
        <SegmentedControl
          label="Passed by"
          segments={KINDS}
          value={stage.kind}
          onChange={(kind) => void saveStage(stage.id, { kind })}
        />
      </div>
      <Switch
        isSelected={stage.handoff}
        onChange={(handoff) => void setHandoff(handoff)}
        hint="Entry to it hands the lead from marketing to sales. One stage of a journey."
      >
        Handoff
      </Switch>
      {deletion.askedId === stage.id ? (
        deletion.notice
      ) : (
        <div>
          <Button
            isEdit
            icon={Trash2}
            onPress={() => deletion.ask({ kind: "stage", id: stage.id, name: stage.name })}
          >
            Delete {stage.name}
          </Button>
        </div>
      )}
    </RailBody>
  );
}
