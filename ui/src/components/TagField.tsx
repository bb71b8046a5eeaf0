import { useState } from "react";
import { ComboBox as AriaComboBox, Input, ListBox, Popover } from "react-aria-components";
import { Chip } from "./Chip";
import { ChoiceItem } from "./Choices";
import { classes } from "./classes";
import { FieldLabel, FieldNotes, type FieldProps, useFieldRoot } from "./Field";
import field from "./Field.module.css";
import popup from "./Popup.module.css";
import { useFieldsAreReadOnly } from "./readOnly";
import styles from "./TagField.module.css";
import { addTags, completions } from "./tags";

export interface TagFieldProps extends FieldProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Texts to offer while typing. */
  known?: readonly string[];
  placeholder?: string;
}

const MAX_OFFERED = 50;
const NONE: readonly string[] = [];

/** Several short texts: Enter or a comma adds one, Backspace in the empty field takes the last away. */
export function TagField(props: TagFieldProps) {
  const { value, onChange, known = NONE, placeholder = "" } = props;
  const isReadOnly = useFieldsAreReadOnly();
  const [typed, setTyped] = useState("");
  const offered = completions(value, typed, known).slice(0, MAX_OFFERED);
  const add = (text: string) => {
    setTyped("");
    const next = addTags(value, text);
    if (next.length > value.length) {
      onChange(next);
    }
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const isOnChoice = event.currentTarget.hasAttribute("aria-activedescendant");
    if (event.key === "Enter" && !isOnChoice && typed.trim() !== "") {
      event.preventDefault();
      add(typed);
    } else if (event.key === "Backspace" && typed === "" && value.length > 0) {
      onChange(value.slice(0, -1));
    }
  };
  return (
    <AriaComboBox
      {...useFieldRoot(props)}
      items={offered.map((tag) => ({ id: tag, label: tag }))}
      inputValue={typed}
      onInputChange={(text) => (/[,;\n]/.test(text) ? add(text) : setTyped(text))}
      value={null}
      onChange={(key) => key !== null && add(String(key))}
      onBlur={() => add(typed)}
      allowsCustomValue
    >
      <FieldLabel {...props} />
      <div className={classes(field.box, styles.box)}>
        {value.map((tag) => (
          <Chip
            key={tag}
            removeLabel={`Remove ${tag}`}
            {...(!isReadOnly && { onRemove: () => onChange(value.filter((other) => other !== tag)) })}
          >
            {tag}
          </Chip>
        ))}
        <Input
          className={styles.input ?? ""}
          placeholder={value.length === 0 && !isReadOnly ? placeholder : ""}
          onKeyDown={onKeyDown}
        />
      </div>
      <FieldNotes {...props} />
      <Popover className={popup.popup ?? ""} offset={4}>
        <ListBox className={popup.list ?? ""}>
          {(choice: { id: string; label: string }) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
