import { Plus } from "lucide-react";
import { type KeyboardEvent, type Ref, useState } from "react";
import styles from "./LineEntry.module.css";
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
  ref?: Ref<HTMLInputElement>;
}

/** One line at the end of a list: Enter adds it, Esc empties it. */
export function LineEntry({ label, placeholder, hint, onAdd, preview, ref }: LineEntryProps) {
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
  const said = text.trim() === "" ? "" : (preview?.(text.trim()) ?? "");
  return (
    <div className={styles.entry}>
      <label className={styles.box}>
        <Plus aria-hidden />
        <input
          ref={ref}
          aria-label={label}
          aria-invalid={error !== null}
          className={styles.input}
          placeholder={placeholder}
          value={text}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      {hint !== undefined && text === "" && error === null && <p className={styles.hint}>{hint}</p>}
      <p className={error === null ? styles.preview : styles.error} role="status">
        {error ?? said}
      </p>
    </div>
  );
}
