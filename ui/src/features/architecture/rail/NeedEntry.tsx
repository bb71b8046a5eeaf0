import { useState } from "react";
import type { CellDetail } from "@/bindings/CellDetail";
import type { Importance } from "@/bindings/Importance";
import type { NeedKind } from "@/bindings/NeedKind";
import { Button } from "@/components/Button";
import { Checkbox } from "@/components/Checkbox";
import { Select } from "@/components/Select";
import { TextField } from "@/components/TextField";
import { useMutate } from "@/rpc/mutate";
import { useSpeakerId } from "@/rpc/speaker";
import { IMPORTANCES, NEED_KINDS } from "@/words/plan";
import { capital } from "@/words/text";
import { readNeedLine } from "./needLine";
import styles from "./Rail.module.css";

const KINDS = NEED_KINDS.map((id) => ({ id, label: capital(id) }));
const LEVELS = IMPORTANCES.map((id) => ({ id, label: capital(id) }));

function useNeedEntry(detail: CellDetail) {
  const [line, setLine] = useState("");
  const [kind, setKind] = useState<NeedKind>("sales need");
  const [importance, setImportance] = useState<Importance>("must");
  const [isOfAll, setOfAll] = useState(false);
  const adding = useMutate("need.create", { toast: "Need added" });
  const authorId = useSpeakerId();
  const read = readNeedLine(line, { kind, importance });
  const add = async () => {
    if (read.text === "") {
      return;
    }
    const personaId = isOfAll ? null : detail.personaId;
    const fields = { ...read, stageId: detail.stageId, personaId, authorId };
    if ((await adding.run({ fields })) !== null) {
      setLine("");
    }
  };
  return { line, setLine, kind, setKind, importance, setImportance, isOfAll, setOfAll, adding, add, read };
}

/** A new need in one line; what it is comes up once something is typed. */
export function NeedEntry({ detail }: { detail: CellDetail }) {
  const entry = useNeedEntry(detail);
  const { line, setLine, read } = entry;
  return (
    <form
      className={styles.entry}
      onSubmit={(event) => {
        event.preventDefault();
        void entry.add();
      }}
    >
      <TextField
        label="A need"
        isLabelHidden
        placeholder="Add what a deal needs here"
        value={line}
        onChange={setLine}
        error={entry.adding.failure?.field === "text" ? entry.adding.failure.message : null}
      />
      {line.trim() !== "" && (
        <>
          <div className={styles.pair}>
            <Select label="Whose" isLabelHidden choices={KINDS} value={read.kind} onChange={entry.setKind} />
            <Select
              label="Importance"
              isLabelHidden
              choices={LEVELS}
              value={read.importance}
              onChange={entry.setImportance}
            />
          </div>
          <Checkbox isSelected={entry.isOfAll} onChange={entry.setOfAll}>
            For every persona at {detail.stage}
          </Checkbox>
          <Button type="submit" isPending={entry.adding.isPending} isDisabled={read.text === ""}>
            Add the need
          </Button>
        </>
      )}
    </form>
  );
}
