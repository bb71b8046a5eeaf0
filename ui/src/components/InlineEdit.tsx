import { type KeyboardEvent, useRef, useState } from "react";
import { classes } from "./classes";
import styles from "./InlineEdit.module.css";

export interface InlineEditProps {
  /** What is edited, for screen readers: "Name". */
  label: string;
  value: string;
  /** Called on Enter or on leaving, when the text has changed. */
  onCommit: (value: string) => void;
  placeholder?: string;
  /** An empty text is not kept. */
  isRequired?: boolean;
  isMultiline?: boolean;
  isReadOnly?: boolean;
  look?: "text" | "title" | "heading";
}

interface EditorProps extends InlineEditProps {
  close: () => void;
}

function Editor({ label, value, onCommit, isRequired, isMultiline, placeholder, close }: EditorProps) {
  const [text, setText] = useState(value);
  // Leaving by a key takes the editor away, and the blur that follows must not decide again.
  const isDone = useRef(false);
  const leave = () => {
    isDone.current = true;
    close();
  };
  const commit = () => {
    if (isDone.current) {
      return;
    }
    const next = text.trim();
    if (next !== value && !(isRequired === true && next === "")) {
      onCommit(next);
    }
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isEnd = event.key === "Enter" && (isMultiline !== true || event.ctrlKey || event.metaKey);
    if (isEnd) {
      event.preventDefault();
      commit();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      leave();
    }
  };
  const shared = {
    "aria-label": label,
    value: text,
    placeholder,
    onKeyDown,
    onBlur: commit,
    className: styles.editor,
  };
  return isMultiline === true ? (
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
}

/** Text that becomes its own editor: click or Enter to edit, Enter to keep, Esc to leave it as it was. */
export function InlineEdit(props: InlineEditProps) {
  const { label, value, placeholder = "Empty", isReadOnly = false, look = "text" } = props;
  const [isEditing, setEditing] = useState(false);
  if (isReadOnly) {
    return <span className={classes(styles.text, styles[look])}>{value}</span>;
  }
  return (
    <span className={classes(styles.edit, styles[look])}>
      {isEditing ? (
        <Editor {...props} close={() => setEditing(false)} />
      ) : (
        <button
          type="button"
          className={classes(styles.text, value === "" && styles.placeholder)}
          aria-label={`${label}: ${value === "" ? "empty" : value}. Edit`}
          onClick={() => setEditing(true)}
        >
          {value === "" ? placeholder : value}
        </button>
      )}
    </span>
  );
}
