import { ChevronDown } from "lucide-react";
import { ComboBox as AriaComboBox, Button, Input, ListBox, Popover } from "react-aria-components";
import { type Choice, ChoiceItem } from "./Choices";
import { FieldLabel, FieldNotes, type FieldProps, fieldRoot } from "./Field";
import styles from "./Field.module.css";
import popup from "./Popup.module.css";

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
  return (
    <AriaComboBox
      {...fieldRoot(props)}
      defaultItems={choices}
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
      <Popover className={popup.popup ?? ""} offset={4}>
        <ListBox
          className={popup.list ?? ""}
          renderEmptyState={() => <p className={popup.empty}>{emptyText}</p>}
        >
          {(choice: Choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
