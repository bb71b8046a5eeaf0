import { Plus } from "lucide-react";
import { type KeyboardEvent, type Ref, useState } from "react";
import type { Completion } from "./completion";
import styles from "./LineEntry.module.css";
import { LineInput } from "./LineInput";
import { useFieldsAreReadOnly } from "./readOnly";

export interface LineEntryProps {
  /** What is added, for screen readers: "New persona". */
  label: string;
  placeholder: string;
  /** What is wrong with the line, or null once it is kept; the entry is then ready for the next one. */
  onAdd: (text: string) => Promise<string | null>;
  /** What can be typed, said while the line has the focus and is empty. */
  hint?: string;
  /** What the line would become, while it is typed. */
  preview?: (text: string) => string;
  /** How the line could go on, while it is typed. */
  complete?: (text: string) => readonly Completion[];
  ref?: Ref<HTMLInputElement>;
}

const NONE: readonly Completion[] = [];

/** One line at the end of a list: Enter adds it, Esc empties it. */
export function LineEntry(props: LineEntryProps) {
  const { label, placeholder, hint, onAdd, preview, complete, ref } = props;
  const isReadOnly = useFieldsAreReadOnly();
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const change = (next: string) => {
    setText(next);
    setError(null);
  };
  const add = async () => {
    const wrong = await onAdd(text.trim());
    setError(wrong);
    if (wrong === null) {
      setText("");
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && text.trim() !== "") {
      event.preventDefault();
      void add();
    } else if (event.key === "Escape" && text !== "") {
      event.stopPropagation();
      change("");
    }
  };
  if (isReadOnly) {
    return null;
  }
  const completions = complete?.(text) ?? NONE;
  // What is only begun is not judged yet.
  const isSaid = text.trim() !== "" && completions.length === 0;
  const said = isSaid ? (preview?.(text.trim()) ?? "") : "";
  const isInvalid = error !== null;
  return (
    <div className={styles.entry}>
      <div className={styles.box}>
        <Plus aria-hidden />
        {complete === undefined ? (
          <input
            ref={ref}
            aria-label={label}
            aria-invalid={isInvalid}
            className={styles.input}
            placeholder={placeholder}
            value={text}
            onChange={(event) => change(event.target.value)}
            onKeyDown={onKeyDown}
          />
        ) : (
          <LineInput
            ref={ref}
            label={label}
            placeholder={placeholder}
            isInvalid={isInvalid}
            text={text}
            onChange={change}
            onKeyDown={onKeyDown}
            completions={completions}
          />
        )}
      </div>
      <div className={styles.notes} data-steady={complete !== undefined || undefined}>
        {hint !== undefined && text === "" && error === null && <p className={styles.hint}>{hint}</p>}
        <p className={error === null ? styles.preview : styles.error} role="status">
          {error ?? said}
        </p>
      </div>
    </div>
  );
}
