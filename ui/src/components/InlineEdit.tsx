import { type KeyboardEvent, useId, useRef, useState } from "react";
import { classes } from "./classes";
import styles from "./InlineEdit.module.css";
import { useFieldsAreReadOnly } from "./readOnly";

export interface InlineEditProps {
  /** What is edited, for screen readers: "Name". */
  label: string;
  value: string;
  /** Called on Enter or on leaving, when the text has changed. An answer says what is wrong with it: the
   * editor then stays. */
  onCommit: (value: string) => unknown | Promise<string | null>;
  placeholder?: string;
  /** An empty text is not kept. */
  isRequired?: boolean;
  isMultiline?: boolean;
  isReadOnly?: boolean;
  look?: "text" | "title" | "heading";
}

interface EditorProps extends InlineEditProps {
  /** By a key, the focus goes back to the text. */
  close: (byKey: boolean) => void;
}

function Editor({ label, value, onCommit, isRequired, isMultiline, placeholder, close }: EditorProps) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const note = useId();
  // Leaving by a key takes the editor away, and the blur that follows must not decide again.
  const isDone = useRef(false);
  const commit = async (byKey: boolean) => {
    if (isDone.current) {
      return;
    }
    isDone.current = true;
    const next = text.trim();
    setSaving(true);
    const isKept = next !== value && !(isRequired === true && next === "");
    const wrong = isKept ? await onCommit(next) : null;
    if (typeof wrong === "string") {
      setError(wrong);
      setSaving(false);
      isDone.current = false;
    } else {
      close(byKey);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isEnd = event.key === "Enter" && (isMultiline !== true || event.ctrlKey || event.metaKey);
    if (isEnd) {
      event.preventDefault();
      void commit(true);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      isDone.current = true;
      close(true);
    }
  };
  const shared = {
    "aria-label": label,
    value: text,
    readOnly: isSaving,
    placeholder,
    onKeyDown,
    onBlur: () => void commit(false),
    className: styles.editor,
    "aria-invalid": error !== null,
    "aria-describedby": error === null ? undefined : note,
  };
  const editor =
    isMultiline === true ? (
      // biome-ignore lint/a11y/noAutofocus: the editor replaces the text that was just chosen for editing
      <textarea {...shared} autoFocus rows={3} onChange={(event) => setText(event.target.value)} />
    ) : (
      <input
        {...shared}
        // biome-ignore lint/a11y/noAutofocus: the editor replaces the text that was just chosen for editing
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
      />
    );
  return (
    <span className={styles.editing}>
      {editor}
      {error !== null && (
        <span id={note} role="alert" className={styles.error}>
          {error}
        </span>
      )}
    </span>
  );
}

/** Text that becomes its own editor: click or Enter to edit, Enter to keep, Esc to leave it as it was. */
export function InlineEdit(props: InlineEditProps) {
  const { label, value, placeholder = "Empty", look = "text" } = props;
  const isReadOnly = useFieldsAreReadOnly() || props.isReadOnly === true;
  const [isEditing, setEditing] = useState(false);
  const isReturning = useRef(false);
  const close = (byKey: boolean) => {
    isReturning.current = byKey;
    setEditing(false);
  };
  if (isReadOnly) {
    return <span className={classes(styles.text, styles[look])}>{value}</span>;
  }
  return (
    <span className={classes(styles.edit, look !== "text" && styles[look])}>
      {isEditing ? (
        <Editor {...props} close={close} />
      ) : (
        <button
          type="button"
          className={classes(styles.text, value === "" && styles.placeholder)}
          // biome-ignore lint/a11y/noAutofocus: whoever left the editor by a key goes on from here
          autoFocus={isReturning.current}
          aria-label={`${label}: ${value === "" ? placeholder : value}. Edit`}
          onClick={() => setEditing(true)}
        >
          {value === "" ? placeholder : value}
        </button>
      )}
    </span>
  );
}
