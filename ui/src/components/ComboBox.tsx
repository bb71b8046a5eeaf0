import { ChevronDown } from "lucide-react";
import { useDeferredValue } from "react";
import { ComboBox as AriaComboBox, Button, Input } from "react-aria-components";
import { ChoicePopover } from "./ChoicePopover";
import type { Choice } from "./Choices";
import { FieldLabel, FieldNotes, type FieldProps, fieldRoot } from "./Field";
import styles from "./Field.module.css";

export interface ComboBoxProps extends FieldProps {
  choices: readonly Choice[];
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
  /** Shown when nothing fits what was typed. */
  emptyText?: string;
}

/** A choice out of many, found by typing. */
export function ComboBox(props: ComboBoxProps) {
  const { choices, value, onChange, placeholder = "", emptyText = "Nothing fits." } = props;
  // Hundreds of choices take long to draw and nobody sees them yet: the view comes first.
  const drawn = useDeferredValue(
    choices,
    choices.filter(({ id }) => id === value),
  );
  return (
    <AriaComboBox
      {...fieldRoot(props)}
      defaultItems={drawn}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <FieldLabel {...props} />
      <div className={styles.box}>
        <Input className={styles.input ?? ""} placeholder={placeholder} />
        <Button className={styles.inside ?? ""}>
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <FieldNotes {...props} />
      <ChoicePopover label={props.label} emptyText={emptyText} />
    </AriaComboBox>
  );
}
