import type { KeyboardEvent, Ref } from "react";
import { TextField as AriaTextField, Input } from "react-aria-components";
import { FieldLabel, FieldNotes, type FieldProps, useFieldRoot } from "./Field";
import styles from "./Field.module.css";

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** When the value is settled: on leaving the field and on Enter. */
  onCommit?: (value: string) => void;
  placeholder?: string;
  type?: "text" | "email" | "url";
  inputRef?: Ref<HTMLInputElement>;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, onCommit, placeholder = "", type = "text", inputRef, onKeyDown } = props;
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event);
    if (event.key === "Enter") {
      onCommit?.(value);
    }
  };
  return (
    <AriaTextField {...useFieldRoot(props)} value={value} onChange={onChange} type={type}>
      <FieldLabel {...props} />
      <div className={styles.box}>
        <Input
          {...(inputRef !== undefined && { ref: inputRef })}
          className={styles.input ?? ""}
          placeholder={placeholder}
          onBlur={() => onCommit?.(value)}
          onKeyDown={press}
        />
      </div>
      <FieldNotes {...props} />
    </AriaTextField>
  );
}
