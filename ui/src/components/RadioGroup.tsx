import { RadioGroup as AriaRadioGroup, Radio } from "react-aria-components";
import type { Choice } from "./Choices";
import { classes } from "./classes";
import { FieldLabel, FieldNotes, type FieldProps, useFieldRoot } from "./Field";
import styles from "./Toggles.module.css";

export interface RadioGroupProps<T extends string> extends Omit<FieldProps, "autoFocus"> {
  choices: readonly Choice<T>[];
  value: T | null;
  onChange: (value: T) => void;
}

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { choices, value, onChange } = props;
  const { autoFocus: _, ...root } = useFieldRoot(props);
  const pick = (picked: string) => {
    const choice = choices.find(({ id }) => id === picked);
    if (choice) {
      onChange(choice.id);
    }
  };
  return (
    <AriaRadioGroup {...root} value={value} onChange={pick}>
      <FieldLabel {...props} />
      <div className={styles.group}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className={styles.toggle ?? ""}>
            {({ isSelected }) => (
              <>
                <span className={classes(styles.box, styles.round)}>
                  {isSelected && <span className={styles.dot} />}
                </span>
                <span>
                  {choice.label}{" "}
                  {choice.detail !== undefined && <span className={styles.hint}>{choice.detail}</span>}
                </span>
              </>
            )}
          </Radio>
        ))}
      </div>
      <FieldNotes {...props} />
    </AriaRadioGroup>
  );
}
