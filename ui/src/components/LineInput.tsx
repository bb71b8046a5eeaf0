import type { KeyboardEvent, Ref } from "react";
import { ComboBox as AriaComboBox, Input } from "react-aria-components";
import { ChoicePopover } from "./ChoicePopover";
import type { Completion } from "./completion";
import styles from "./LineEntry.module.css";

export interface LineInputProps {
  label: string;
  placeholder: string;
  text: string;
  isInvalid: boolean;
  onChange: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  completions: readonly Completion[];
  ref?: Ref<HTMLInputElement> | undefined;
}

/** A line with what it could go on with below it: Tab or a choice takes it, Enter keeps the line. */
export function LineInput(props: LineInputProps) {
  const { label, text, onChange, onKeyDown, completions, isInvalid, placeholder, ref } = props;
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const isOnChoice = event.currentTarget.hasAttribute("aria-activedescendant");
    const first = completions[0];
    if (event.key === "Tab" && !event.shiftKey && first !== undefined && text !== "") {
      event.preventDefault();
      onChange(first.line);
    } else if (!(event.key === "Enter" && isOnChoice)) {
      onKeyDown(event);
    }
  };
  return (
    <AriaComboBox
      aria-label={label}
      className={styles.completed ?? ""}
      items={completions.map((one) => ({ id: one.line, ...one }))}
      inputValue={text}
      onInputChange={onChange}
      value={null}
      onChange={(line) => line !== null && onChange(String(line))}
      allowsCustomValue
    >
      <Input
        {...(ref !== undefined && { ref })}
        aria-invalid={isInvalid}
        placeholder={placeholder}
        className={styles.input ?? ""}
        onKeyDown={onKey}
      />
      <ChoicePopover label={label} emptyText="" />
    </AriaComboBox>
  );
}
