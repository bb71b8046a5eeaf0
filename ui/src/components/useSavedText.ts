import { type KeyboardEvent, useState } from "react";

export interface SavedText {
  value: string;
  error: string | null;
  onChange: (text: string) => void;
  onCommit: (text: string) => void;
  /** Esc brings back what was kept; to be heard before the field itself hears it. */
  onKeyDownCapture: (event: KeyboardEvent) => void;
}

/** A text that is kept once it is settled. */
export function useSavedText(value: string, onSave: (value: string) => Promise<string | null>): SavedText {
  const [known, setKnown] = useState(value);
  const [text, setText] = useState(value);
  const [error, setError] = useState<string | null>(null);
  if (known !== value) {
    setKnown(value);
    setText(value);
    setError(null);
  }
  const onCommit = (typed: string) => {
    if (typed.trim() !== value) {
      void onSave(typed.trim()).then(setError);
    } else {
      setError(null);
    }
  };
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key === "Escape" && text !== value) {
      event.stopPropagation();
      setText(value);
      setError(null);
    }
  };
  return { value: text, error, onChange: setText, onCommit, onKeyDownCapture };
}
