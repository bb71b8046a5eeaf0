import { useState } from "react";
import type { At } from "@/bindings/At";
import type { Brief } from "@/bindings/Brief";
import type { CellDetail } from "@/bindings/CellDetail";
import { Button } from "@/components/Button";
import { Checkbox } from "@/components/Checkbox";
import { DateField } from "@/components/DateField";
import { Dialog } from "@/components/Dialog";
import { Select } from "@/components/Select";
import { TextArea } from "@/components/TextArea";
import { TextField } from "@/components/TextField";
import { useFormats } from "@/rpc/lists";
import { useMutate } from "@/rpc/mutate";
import { useCall } from "@/rpc/useCall";
import styles from "./PlanDialog.module.css";

interface Draft {
  title: string;
  formatId: string | null;
  text: string;
  dueOn: string | null;
  owner: string;
  needIds: readonly string[];
}

/** The need that asked for it. */
export interface Asking {
  id: string;
  text: string;
}

interface PlanFormProps {
  at: At;
  need?: Asking;
  brief: Brief;
  detail: CellDetail;
  onClose: () => void;
}

function usePlan({ at, brief, need, onClose }: PlanFormProps) {
  const asked = need && { title: need.text, needIds: [need.id] };
  const [draft, setDraft] = useState<Draft>({ ...brief, dueOn: null, owner: "", ...asked });
  const planning = useMutate("cell.plan", { toast: ({ asset }) => `“${asset.title}” planned` });
  const set = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const plan = async () => {
    const { title, formatId, text, dueOn, owner, needIds } = draft;
    const planned = await planning.run({
      cell: at,
      title: title.trim(),
      brief: text,
      owner: owner.trim(),
      needIds: [...needIds],
      ...(formatId !== null && { formatId }),
      ...(dueOn !== null && { dueOn }),
    });
    if (planned !== null) {
      onClose();
    }
  };
  return { draft, set, plan, planning };
}

function NeedChoices({
  detail,
  draft,
  set,
}: { detail: CellDetail } & Pick<ReturnType<typeof usePlan>, "draft" | "set">) {
  const open = detail.needs.filter(({ status }) => status === "open");
  if (open.length === 0) {
    return null;
  }
  const toggle = (id: string, isOn: boolean) =>
    set({ needIds: isOn ? [...draft.needIds, id] : draft.needIds.filter((other) => other !== id) });
  return (
    <fieldset className={styles.needs}>
      <legend>Open needs it will answer</legend>
      {open.map(({ id, text }) => (
        <Checkbox key={id} isSelected={draft.needIds.includes(id)} onChange={(isOn) => toggle(id, isOn)}>
          {text}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function PlanForm(props: PlanFormProps) {
  const { detail, onClose } = props;
  const { draft, set, plan, planning } = usePlan(props);
  const formats = useFormats().map(({ id, name }) => ({ id, label: name }));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Plan an asset"
      text={`For the ${detail.persona} at ${detail.stage}, filled from what the plan knows of them.`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={draft.title.trim() === ""}
            isPending={planning.isPending}
            onPress={() => void plan()}
          >
            Plan the asset
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label="Working title"
          value={draft.title}
          onChange={(title) => set({ title })}
          error={planning.failure?.field === "title" ? planning.failure.message : null}
          isRequired
          autoFocus
        />
        <div className={styles.pair}>
          <Select
            label="Format"
            choices={formats}
            value={draft.formatId}
            onChange={(formatId) => set({ formatId })}
            placeholder="Open"
          />
          <DateField label="Due" value={draft.dueOn} onChange={(dueOn) => set({ dueOn })} />
        </div>
        <TextField label="Owner" value={draft.owner} onChange={(owner) => set({ owner })} />
        <TextArea label="Brief" value={draft.text} onChange={(text) => set({ text })} rows={8} />
        <NeedChoices detail={detail} draft={draft} set={set} />
      </div>
    </Dialog>
  );
}

export interface PlanDialogProps {
  at: At;
  /** Left out, it is to answer every open need of the cell. */
  need?: Asking;
  onClose: () => void;
}

/** A brief for the gap of a cell, which makes a planned asset placed there. */
export function PlanDialog({ at, need, onClose }: PlanDialogProps) {
  const { data: brief } = useCall("cell.brief", at);
  const { data: view } = useCall("cell.get", { cell: at });
  return brief === undefined || view === undefined ? null : (
    <PlanForm at={at} brief={brief} detail={view.detail} {...(need && { need })} onClose={onClose} />
  );
}
