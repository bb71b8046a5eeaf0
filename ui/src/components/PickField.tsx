import { useEffect, useRef, useState } from "react";
import { ComboBox as AriaComboBox, Input } from "react-aria-components";
import { Chip } from "./Chip";
import { ChoicePopover } from "./ChoicePopover";
import type { Choice } from "./Choices";
import { classes } from "./classes";
import { FieldLabel, FieldNotes, type FieldProps, useFieldRoot } from "./Field";
import field from "./Field.module.css";
import { offer } from "./picks";
import { useFieldsAreReadOnly } from "./readOnly";
import styles from "./TagField.module.css";

export interface PickFieldProps extends FieldProps {
  picked: readonly Choice[];
  onChange: (picked: Choice[]) => void;
  /** What can be picked; with onType, what fits what was typed. */
  choices: readonly Choice[];
  /** Set where the choices are looked up elsewhere while typing. */
  onType?: (text: string) => void;
  /** The choices are still those of what was typed before. */
  isSearching?: boolean;
  placeholder?: string;
  emptyText?: string;
}

/** Takes the first that fits: at once, or as soon as what fits is known. */
function useTakeFirst(isSearching: boolean, take: () => void): () => void {
  const [isWaiting, setWaiting] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    if (isWaiting && !isSearching) {
      setWaiting(false);
      latest.current();
    }
  }, [isWaiting, isSearching]);
  return () => setWaiting(true);
}

/** Several out of many, found by typing: Enter takes the first that fits, Backspace gives the last back. */
export function PickField(props: PickFieldProps) {
  const { picked, onChange, choices, onType, isSearching = false } = props;
  const { placeholder = "", emptyText = "Nothing fits." } = props;
  const isReadOnly = useFieldsAreReadOnly();
  const [typed, setTyped] = useState("");
  const offered = offer(choices, picked, onType === undefined ? typed : "");
  const type = (text: string) => {
    setTyped(text);
    onType?.(text);
  };
  const pick = (choice: Choice | undefined) => {
    if (choice) {
      type("");
      onChange([...picked, choice]);
    }
  };
  const takeFirst = useTakeFirst(isSearching, () => pick(offered[0]));
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const isOnChoice = event.currentTarget.hasAttribute("aria-activedescendant");
    if (event.key === "Enter" && !isOnChoice && typed.trim() !== "") {
      event.preventDefault();
      takeFirst();
    } else if (event.key === "Backspace" && typed === "" && picked.length > 0) {
      onChange(picked.slice(0, -1));
    }
  };
  return (
    <AriaComboBox
      {...useFieldRoot(props)}
      items={offered}
      inputValue={typed}
      onInputChange={type}
      value={null}
      onChange={(key) => key !== null && pick(offered.find(({ id }) => id === key))}
      onBlur={() => type("")}
      // Emptying the field after a pick is no typing: the list stays closed until somebody types again.
      menuTrigger={typed === "" ? "manual" : "input"}
      allowsCustomValue
      allowsEmptyCollection
    >
      <FieldLabel {...props} />
      <div className={classes(field.box, styles.box)}>
        {picked.map((choice) => (
          <Chip
            key={choice.id}
            removeLabel={`Remove ${choice.label}`}
            {...(!isReadOnly && { onRemove: () => onChange(picked.filter(({ id }) => id !== choice.id)) })}
          >
            {choice.label}
          </Chip>
        ))}
        <Input
          className={styles.input ?? ""}
          placeholder={picked.length === 0 && !isReadOnly ? placeholder : ""}
          onKeyDown={onKeyDown}
        />
      </div>
      <FieldNotes {...props} />
      <ChoicePopover label={props.label} emptyText={emptyText} />
    </AriaComboBox>
  );
}
