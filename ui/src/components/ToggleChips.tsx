import { Check, CircleAlert } from "lucide-react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useFieldsAreReadOnly } from "./readOnly";
import styles from "./ToggleChips.module.css";

export interface ToggleChip {
  id: string;
  label: string;
  /** Set apart by colour and sign; the reason is for screen readers, and stands elsewhere for all. */
  warning?: string;
}

export interface ToggleChipsProps {
  label: string;
  chips: readonly ToggleChip[];
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Any of a few, each on or off by a click. */
export function ToggleChips({ label, chips, value, onChange }: ToggleChipsProps) {
  const isReadOnly = useFieldsAreReadOnly();
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="multiple"
      isDisabled={isReadOnly}
      selectedKeys={value}
      onSelectionChange={(keys) => onChange(chips.map(({ id }) => id).filter((id) => keys.has(id)))}
      className={styles.group ?? ""}
    >
      {chips.map(({ id, label: text, warning }) => (
        <ToggleButton key={id} id={id} className={styles.chip ?? ""} data-warning={warning}>
          {({ isSelected }) => (
            <>
              {isSelected &&
                (warning === undefined ? (
                  <Check aria-hidden strokeWidth={2.5} />
                ) : (
                  <CircleAlert aria-hidden strokeWidth={2} />
                ))}
              {text}
              {warning !== undefined && <span className="visually-hidden">, {warning}</span>}
            </>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
