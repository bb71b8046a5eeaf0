import { useState } from "react";

export interface Draft<T> {
  value: T;
  /** What was wrong with the value given last. */
  error: string | null;
  /** Shows the value at once and keeps it; what cannot be kept goes back to what was. */
  change: (next: T) => void;
}

/** A value shown before it is saved, so that one change can follow the other without waiting. */
export function useDraft<T>(saved: T, save: (next: T) => Promise<string | null>): Draft<T> {
  const [draft, setDraft] = useState({ saved, value: saved, error: null as string | null });
  if (draft.saved !== saved) {
    setDraft({ saved, value: saved, error: null });
  }
  const change = (next: T) => {
    setDraft((known) => ({ ...known, value: next, error: null }));
    void save(next).then((error) => {
      if (error !== null) {
        setDraft((known) => ({ ...known, value: known.saved, error }));
      }
    });
  };
  return { value: draft.value, error: draft.error, change };
}
