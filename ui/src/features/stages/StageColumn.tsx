import { PanelRight } from "lucide-react";
import type { Need } from "@/bindings/Need";
import type { NeedStanding } from "@/bindings/NeedStanding";
import type { Persona } from "@/bindings/Persona";
import type { Stage } from "@/bindings/Stage";
import type { StageFields } from "@/bindings/StageFields";
import { Chip } from "@/components/Chip";
import { IconButton } from "@/components/IconButton";
import { InlineEdit } from "@/components/InlineEdit";
import { LineEntry } from "@/components/LineEntry";
import { Grip, type Sortable } from "@/components/Sortable";
import { mutateField } from "@/rpc/mutate";
import { speakerId } from "@/rpc/speaker";
import { capital } from "@/words/text";
import { completeNeed } from "./completeNeed";
import { NeedItem } from "./NeedItem";
import { parseNeed, sayParsed } from "./parseNeed";
import styles from "./StageColumn.module.css";

export function saveStage(id: string, set: Partial<StageFields>): Promise<string | null> {
  return mutateField("stage.update", { id, set });
}

function addNeed(line: string, stage: Stage, personas: readonly Persona[]): Promise<string | null> {
  const parsed = parseNeed(line, personas);
  if ("error" in parsed) {
    return Promise.resolve(parsed.error);
  }
  const { text, importance, kind, persona } = parsed.need;
  return mutateField(
    "need.create",
    {
      fields: {
        stageId: stage.id,
        personaId: persona?.id ?? null,
        kind,
        text,
        importance,
        authorId: speakerId(),
      },
    },
    { toast: `Need added at ${stage.name}` },
  );
}

export interface StageColumnProps {
  stage: Stage;
  needs: readonly Need[];
  personas: readonly Persona[];
  standing: (needId: string) => NeedStanding;
  sortable: Sortable;
  shownNeed: string | undefined;
  isShown: boolean;
  onOpen: (what: { stage: string } | { need: string }) => void;
}

export function StageColumn(props: StageColumnProps) {
  const { stage, needs, personas, standing, sortable, shownNeed, isShown, onOpen } = props;
  return (
    <li className={styles.column} data-shown={isShown || undefined} {...sortable.itemProps(stage.id)}>
      <header className={styles.head}>
        <div className={styles.name}>
          <InlineEdit
            label="Stage"
            value={stage.name}
            look="heading"
            isRequired
            onCommit={(name) => saveStage(stage.id, { name })}
          />
        </div>
        <span className={styles.verbs}>
          <Grip {...sortable.gripProps(stage.id)} />
          <IconButton
            icon={PanelRight}
            label={`Details of ${stage.name}`}
            size="small"
            onPress={() => onOpen({ stage: stage.id })}
          />
        </span>
      </header>
      <p className={styles.facts}>
        {capital(stage.owner)} · {stage.kind}s{stage.handoff && <Chip tone="outline">handoff</Chip>}
      </p>
      <div className={styles.exit}>
        <InlineEdit
          label={`Exit criterion of ${stage.name}`}
          value={stage.exitCriterion}
          placeholder={`What is true when a ${stage.kind} may leave?`}
          isMultiline
          onCommit={(exitCriterion) => saveStage(stage.id, { exitCriterion })}
        />
      </div>
      <ul className={styles.needs} aria-label={`Needs at ${stage.name}`}>
        {needs.map((need) => (
          <NeedItem
            key={need.id}
            need={need}
            standing={standing(need.id)}
            personas={personas}
            isShown={need.id === shownNeed}
            onOpen={() => onOpen({ need: need.id })}
          />
        ))}
      </ul>
      <LineEntry
        label={`New need at ${stage.name}`}
        placeholder="New need"
        hint="/must or /objection first, “for CFO” last"
        onAdd={(line) => addNeed(line, stage, personas)}
        complete={(line) => completeNeed(line, personas)}
        preview={(line) => sayParsed(parseNeed(line, personas))}
      />
    </li>
  );
}
