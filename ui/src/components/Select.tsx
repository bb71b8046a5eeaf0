import { ChevronsUpDown } from "lucide-react";
import { Select as AriaSelect, Button, ListBox, Popover, SelectValue } from "react-aria-components";
import { type Choice, ChoiceItem } from "./Choices";
import { classes } from "./classes";
import { FieldLabel, FieldNotes, type FieldProps, useFieldRoot } from "./Field";
import styles from "./Field.module.css";
import popup from "./Popup.module.css";

export interface SelectProps<T extends string> extends FieldProps {
  choices: readonly Choice<T>[];
  value: T | null;
  onChange: (value: T) => void;
  placeholder?: string;
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { choices, value, onChange, placeholder = "Choose…" } = props;
  const pick = (key: unknown) => {
    const choice = choices.find(({ id }) => id === key);
    if (choice) {
      onChange(choice.id);
    }
  };
  return (
    <AriaSelect {...useFieldRoot(props)} value={value} onChange={pick} placeholder={placeholder}>
      <FieldLabel {...props} />
      <Button className={classes(styles.box, styles.opener)}>
        <SelectValue className={styles.value ?? ""}>
          {({ defaultChildren, isPlaceholder, selectedText }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <ChevronsUpDown aria-hidden />
      </Button>
      <FieldNotes {...props} />
      <Popover className={popup.popup ?? ""} offset={4}>
        <ListBox items={choices} className={popup.list ?? ""}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
