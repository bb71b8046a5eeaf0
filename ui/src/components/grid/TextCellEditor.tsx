import { type KeyboardEvent, useId, useRef, useState } from "react";
import styles from "./CellEditors.module.css";
import type { CellEditing } from "./grid";

export interface TextCellEditorProps extends Pick<CellEditing<unknown>, "typed" | "close"> {
  label: string;
  value: string;
  /** Called when the text has changed. */
  onCommit: (value: string) => void;
  type?: "text" | "date" | "url";
  /** An empty text is not kept. */
  isRequired?: boolean;
  /** What is wrong with the text, or null; the editor stays until it is mended or left by Esc. */
  check?: (value: string) => string | null;
}

/** Text in a cell: Enter keeps it and goes down, Tab keeps it and goes right, Esc leaves it as it was. */
export function TextCellEditor(props: TextCellEditorProps) {
  const { label, value, typed, onCommit, close, type = "text", isRequired = false, check } = props;
  const [text, setText] = useState(type === "date" ? value : (typed ?? value));
  const note = useId();
  // Closing moves the focus, and the blur that follows must not keep the text a second time.
  const isDone = useRef(false);
  const trimmed = text.trim();
  const wrong = trimmed === value ? null : (check?.(trimmed) ?? null);
  const [isTold, setTold] = useState(false);
  const end = (next: "stay" | "down" | "right", isKept: boolean) => {
    if (isDone.current) {
      return;
    }
    if (isKept && wrong !== null) {
      setTold(true);
      return;
    }
    isDone.current = true;
    if (isKept && trimmed !== value && !(isRequired && trimmed === "")) {
      onCommit(trimmed);
    }
    close(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const ends = { Enter: "down", Tab: "right", Escape: "stay" } as const;
    const next = ends[event.key as keyof typeof ends];
    if (next !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      end(next, event.key !== "Escape");
    }
  };
  const isWrong = isTold && wrong !== null;
  return (
    <>
      <input
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? note : undefined}
        type={type}
        value={text}
        className={styles.input}
        // biome-ignore lint/a11y/noAutofocus: the editor replaces the cell that was just chosen for editing
        autoFocus
        onFocus={(event) => typed === null && type === "text" && event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => end("stay", wrong === null)}
      />
      {isWrong && (
        <span id={note} role="alert" className={styles.wrong}>
          {wrong}
        </span>
      )}
    </>
  );
}
