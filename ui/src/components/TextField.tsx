import { TextField as AriaTextField, Input } from "react-aria-components";
import { FieldLabel, FieldNotes, type FieldProps, fieldRoot } from "./Field";
import styles from "./Field.module.css";

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** When the value is settled: on leaving the field and on Enter. */
  onCommit?: (value: string) => void;
  placeholder?: string;
  type?: "text" | "email" | "url";
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, onCommit, placeholder = "", type = "text" } = props;
  return (
    <AriaTextField {...fieldRoot(props)} value={value} onChange={onChange} type={type}>
      <FieldLabel {...props} />
      <div className={styles.box}>
        <Input
          className={styles.input ?? ""}
          placeholder={placeholder}
          onBlur={() => onCommit?.(value)}
          onKeyDown={(event) => event.key === "Enter" && onCommit?.(value)}
        />
      </div>
      <FieldNotes {...props} />
    </AriaTextField>
  );
}
