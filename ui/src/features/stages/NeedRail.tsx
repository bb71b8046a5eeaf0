import { Trash2 } from "lucide-react";
import type { Deletion } from "@/actions/deletion";
import type { Need } from "@/bindings/Need";
import type { NeedFields } from "@/bindings/NeedFields";
import type { NeedInCell } from "@/bindings/NeedInCell";
import type { Persona } from "@/bindings/Persona";
import type { Stage } from "@/bindings/Stage";
import { Button } from "@/components/Button";
import { InlineEdit } from "@/components/InlineEdit";
import { ListRow, RowList } from "@/components/ListRow";
import { RailBody } from "@/components/RailLayout";
import { SegmentedControl } from "@/components/SegmentedControl";
import { Select } from "@/components/Select";
import { Sign } from "@/components/Sign";
import { mutateField } from "@/rpc/mutate";
import { useSession } from "@/rpc/session";
import { NEED_SIGNS, needForeground } from "@/style/needs";
import { IMPORTANCES, NEED_KINDS } from "@/words/plan";
import { capital } from "@/words/text";
import { Answers } from "./Answers";
import styles from "./Rail.module.css";

const EVERYBODY = "everybody";
const KIND_CHOICES = NEED_KINDS.map((id) => ({ id, label: capital(id) }));
const IMPORTANCE_SEGMENTS = IMPORTANCES.map((id) => ({ id, label: capital(id) }));

export interface NeedRailProps {
  need: Need;
  /** The stages of its journey. */
  stages: readonly Stage[];
  personas: readonly Persona[];
  cells: readonly NeedInCell[];
  deletion: Deletion;
}

function Standing({ cells, personas }: Pick<NeedRailProps, "cells" | "personas">) {
  return (
    <div>
      <h3 className={styles.label}>Where it stands</h3>
      <RowList label="Where it stands">
        {cells.map(({ personaId, status }) => (
          <ListRow
            key={personaId}
            title={personas.find(({ id }) => id === personaId)?.name ?? ""}
            aside={
              <span className={styles.status} style={{ color: needForeground(status) }}>
                <Sign name={NEED_SIGNS[status]} />
                {status}
              </span>
            }
          />
        ))}
      </RowList>
    </div>
  );
}

function Fields({ need, stages, personas, save }: NeedRailProps & { save: Save }) {
  const whose = [
    { id: EVERYBODY, label: "All personas" },
    ...personas.map(({ id, name }) => ({ id, label: name })),
  ];
  return (
    <>
      <div className={styles.field}>
        <p className={styles.label}>Importance</p>
        <SegmentedControl
          label="Importance"
          segments={IMPORTANCE_SEGMENTS}
          value={need.importance}
          onChange={(importance) => void save({ importance })}
        />
      </div>
      <Select
        label="Kind"
        choices={KIND_CHOICES}
        value={need.kind}
        onChange={(kind) => void save({ kind })}
      />
      <Select
        label="For"
        choices={whose}
        value={need.personaId ?? EVERYBODY}
        onChange={(id) => void save({ personaId: id === EVERYBODY ? null : id })}
      />
      <Select
        label="At"
        choices={stages.map(({ id, name }) => ({ id, label: name }))}
        value={need.stageId}
        onChange={(stageId) => void save({ stageId })}
      />
    </>
  );
}

type Save = (set: Partial<NeedFields>) => Promise<string | null>;

export function NeedRail(props: NeedRailProps) {
  const { need, stages, personas, cells, deletion } = props;
  const stage = stages.find(({ id }) => id === need.stageId);
  const members = useSession()?.open?.members;
  const author = members?.find(({ id }) => id === need.authorId)?.name;
  const save: Save = (set) => mutateField("need.update", { id: need.id, set });
  return (
    <RailBody>
      <div>
        <h2 className={styles.title}>
          <InlineEdit
            label="Need"
            value={need.text}
            look="heading"
            isRequired
            isMultiline
            onCommit={(text) => save({ text })}
          />
        </h2>
        {author !== undefined && <p className={styles.signed}>Asked for by {author}</p>}
      </div>
      <Fields {...props} save={save} />
      {cells.length > 0 && <Standing cells={cells} personas={personas} />}
      {stage && <Answers need={need} stage={stage} cells={cells} />}
      <div>
        <h3 className={styles.label}>Declined because</h3>
        <InlineEdit
          label="Reason for declining"
          value={need.declined ?? ""}
          placeholder="Not declined. Say why, and it no longer counts as open."
          isMultiline
          onCommit={(reason) => save({ declined: reason === "" ? null : reason })}
        />
      </div>
      <div>
        <Button
          isEdit
          icon={Trash2}
          onPress={() => deletion.ask({ kind: "need", id: need.id, name: "the need" })}
        >
          Delete this need
        </Button>
      </div>
      {deletion.askedId === need.id && deletion.notice}
    </RailBody>
  );
}
