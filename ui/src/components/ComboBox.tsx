import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, useDeferredValue } from "react";
import { ComboBox as AriaComboBox, Button, Input, useFilter } from "react-aria-components";
import { ChoicePopover } from "./ChoicePopover";
import type { Choice } from "./Choices";
import { FieldLabel, FieldNotes, type FieldProps, useFieldRoot } from "./Field";
import styles from "./Field.module.css";

export interface ComboBoxProps extends FieldProps {
  choices: readonly Choice[];
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
  /** Shown when nothing fits what was typed. */
  emptyText?: string;
}

/** Enter takes the first choice that fits what was typed, where none was gone to by the arrows. */
function useTakeFirst({ choices, value, onChange }: ComboBoxProps) {
  // The same comparison as the list's own, so that what is taken is what stands first.
  const { contains } = useFilter({ sensitivity: "base" });
  return (event: KeyboardEvent<HTMLInputElement>) => {
    const { value: typed } = event.currentTarget;
    const isTyped = typed !== "" && typed !== choices.find(({ id }) => id === value)?.label;
    if (event.key === "Enter" && isTyped && !event.currentTarget.hasAttribute("aria-activedescendant")) {
      const first = choices.find(({ label }) => contains(label, typed));
      if (first) {
        onChange(first.id);
      }
    }
  };
}

/** A choice out of many, found by typing: Enter takes the first that fits. */
export function ComboBox(props: ComboBoxProps) {
  const { choices, value, onChange, placeholder = "", emptyText = "Nothing fits." } = props;
  // Hundreds of choices take long to draw and nobody sees them yet: the view comes first.
  const drawn = useDeferredValue(
    choices,
    choices.filter(({ id }) => id === value),
  );
  const takeFirst = useTakeFirst(props);
  return (
    <AriaComboBox
      {...useFieldRoot(props)}
      defaultItems={drawn}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <FieldLabel {...props} />
      <div className={styles.box}>
        <Input className={styles.input ?? ""} placeholder={placeholder} onKeyDown={takeFirst} />
        <Button className={styles.inside ?? ""}>
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <FieldNotes {...props} />
      <ChoicePopover label={props.label} emptyText={emptyText} />
    </AriaComboBox>
  );
}
