import { type Ref, useEffect, useState } from "react";
import { SearchField } from "./SearchField";
import styles from "./TextFilter.module.css";

// A pause in typing; long enough not to look through millions of rows for every letter.
const PAUSE_MS = 160;

export interface TextFilterProps {
  label: string;
  value: string;
  /** Pass a stable function. */
  onChange: (text: string) => void;
  field: Ref<HTMLInputElement>;
}

/** Narrows a long list by a text that stands in the address. */
export function TextFilter({ label, value, onChange, field }: TextFilterProps) {
  const [known, setKnown] = useState(value);
  const [text, setText] = useState(value);
  // The address can also change elsewhere: by Back, by clearing the filter.
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    const timer = setTimeout(() => text !== value && onChange(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <div className={styles.find}>
      <SearchField label={label} value={text} onChange={setText} ref={field} />
    </div>
  );
}
