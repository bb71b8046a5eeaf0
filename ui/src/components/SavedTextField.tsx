import { type KeyboardEvent, useState } from "react";
import { TextField, type TextFieldProps } from "./TextField";

export interface SavedTextFieldProps extends Omit<TextFieldProps, "onChange" | "onCommit" | "error"> {
  /** What is wrong with the text, or null once it is kept. */
  onSave: (value: string) => Promise<string | null>;
}

/** A field that keeps its text on leaving it and on Enter; Esc brings back what was kept. */
export function SavedTextField({ value, onSave, ...field }: SavedTextFieldProps) {
  const [known, setKnown] = useState(value);
  const [text, setText] = useState(value);
  const [error, setError] = useState<string | null>(null);
  if (known !== value) {
    setKnown(value);
    setText(value);
    setError(null);
  }
  const save = (typed: string) => {
    if (typed.trim() !== value) {
      void onSave(typed.trim()).then(setError);
    } else {
      setError(null);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && text !== value) {
      event.stopPropagation();
      setText(value);
      setError(null);
    }
  };
  return (
    <div onKeyDownCapture={onKeyDown}>
      <TextField {...field} value={text} onChange={setText} onCommit={save} error={error} />
    </div>
  );
}
