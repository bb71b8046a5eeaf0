import { InlineEdit } from "@/components/InlineEdit";
import { useFieldsAreReadOnly } from "@/components/readOnly";
import styles from "./Agreement.module.css";

export interface SaidProps {
  label: string;
  value: string;
  /** What such a text may say. */
  example: string;
  /** In place of a text where nothing can be written. */
  nothing: string;
  onSave: (text: string) => Promise<string | null>;
}

/** A text of the agreement, written where it stands. */
export function Said({ label, value, example, nothing, onSave }: SaidProps) {
  const isReadOnly = useFieldsAreReadOnly();
  return isReadOnly && value === "" ? (
    <span className={styles.quiet}>{nothing}</span>
  ) : (
    <InlineEdit
      label={label}
      value={value}
      placeholder={`Such as: ${example}`}
      isMultiline
      onCommit={onSave}
    />
  );
}
