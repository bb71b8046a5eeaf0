import { TextArea as AriaTextArea, TextField as AriaTextField } from "react-aria-components";
import { classes } from "./classes";
import { FieldLabel, FieldNotes, type FieldProps, useFieldRoot } from "./Field";
import styles from "./Field.module.css";

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** When the value is settled: on leaving the field and on Ctrl/⌘ Enter. */
  onCommit?: (value: string) => void;
  placeholder?: string;
  rows?: number;
}

export function TextArea(props: TextAreaProps) {
  const { value, onChange, onCommit, placeholder = "", rows = 3 } = props;
  return (
    <AriaTextField {...useFieldRoot(props)} value={value} onChange={onChange}>
      <FieldLabel {...props} />
      <div className={styles.box}>
        <AriaTextArea
          className={classes(styles.input, styles.area)}
          placeholder={placeholder}
          rows={rows}
          onBlur={() => onCommit?.(value)}
          onKeyDown={(event) =>
            event.key === "Enter" && (event.ctrlKey || event.metaKey) && onCommit?.(value)
          }
        />
      </div>
      <FieldNotes {...props} />
    </AriaTextField>
  );
}
