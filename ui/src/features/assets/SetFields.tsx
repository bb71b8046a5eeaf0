import { useState } from "react";
import type { AssetFields } from "@/bindings/AssetFields";
import { Button } from "@/components/Button";
import { DateField } from "@/components/DateField";
import { Dialog } from "@/components/Dialog";
import { Select } from "@/components/Select";
import { TextField } from "@/components/TextField";
import { sayCount } from "@/words/edits";
import { PURPOSES } from "@/words/plan";
import { capital } from "@/words/text";
import styles from "./NewAsset.module.css";
import { setMany } from "./tasks";

const FIELDS = [
  { id: "owner", label: "Owner" },
  { id: "language", label: "Language" },
  { id: "purpose", label: "Purpose" },
  { id: "dueOn", label: "Due date" },
  { id: "publishedOn", label: "Date of publication" },
  { id: "reviewedOn", label: "Last reviewed" },
] as const;

type FieldId = (typeof FIELDS)[number]["id"];

const PURPOSE_CHOICES = PURPOSES.map((id) => ({ id, label: capital(id) }));

function settingOf(field: FieldId, text: string): Partial<AssetFields> {
  if (field === "owner" || field === "language") {
    return { [field]: text };
  }
  if (field === "purpose") {
    return { purpose: PURPOSES.find((purpose) => purpose === text) ?? null };
  }
  return { [field]: text === "" ? null : text };
}

export interface SetFieldsProps {
  ids: readonly string[];
  onClose: () => void;
}

/** Gives many assets the same value of one field. */
export function SetFields({ ids, onClose }: SetFieldsProps) {
  const [field, setField] = useState<FieldId>("owner");
  const [text, setText] = useState("");
  const label = FIELDS.find(({ id }) => id === field)?.label ?? "";
  const many = sayCount("asset", ids.length);
  const keep = async (value: string) => {
    const verb = value === "" ? "emptied" : "set";
    if (await setMany(ids, settingOf(field, value), `${label} of ${many} ${verb}`)) {
      onClose();
    }
  };
  return (
    <Dialog
      isOpen
      size="small"
      onClose={onClose}
      title={`Set a field of ${many}`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button onPress={() => void keep("")}>Empty it</Button>
          <Button look="primary" onPress={() => void keep(text.trim())} isDisabled={text.trim() === ""}>
            Set it
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Select
          label="Field"
          choices={FIELDS}
          value={field}
          onChange={(next) => {
            setField(next);
            setText("");
          }}
        />
        <Value field={field} label={label} text={text} onChange={setText} />
      </div>
    </Dialog>
  );
}

interface ValueProps {
  field: FieldId;
  label: string;
  text: string;
  onChange: (text: string) => void;
}

function Value({ field, label, text, onChange }: ValueProps) {
  if (field === "owner" || field === "language") {
    return <TextField key={field} label={label} autoFocus value={text} onChange={onChange} />;
  }
  if (field === "purpose") {
    return (
      <Select
        label={label}
        choices={PURPOSE_CHOICES}
        value={PURPOSES.find((purpose) => purpose === text) ?? null}
        onChange={onChange}
      />
    );
  }
  return (
    <DateField label={label} value={text === "" ? null : text} onChange={(date) => onChange(date ?? "")} />
  );
}
