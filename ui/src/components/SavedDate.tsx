import { type FocusEvent, useEffect, useRef, useState } from "react";
import { DateField, type DateFieldProps } from "./DateField";

export interface SavedDateProps extends Omit<DateFieldProps, "onChange" | "error"> {
  onSave: (value: string | null) => Promise<string | null>;
}

// A year is typed digit by digit and is a year all the way; a date is meant once the hand rests.
const REST_MS = 700;
const EARLIEST = "1900";

/** A date that is kept when it has been typed, picked or cleared. */
export function SavedDate({ value, onSave, ...field }: SavedDateProps) {
  const [known, setKnown] = useState(value);
  const [date, setDate] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  if (known !== value) {
    setKnown(value);
    setDate(value);
    setError(null);
  }
  useEffect(() => () => clearTimeout(waiting.current), []);
  const save = (next: string | null) => {
    clearTimeout(waiting.current);
    if (next !== value && (next === null || next >= EARLIEST)) {
      void onSave(next).then(setError);
    }
  };
  const change = (next: string | null) => {
    setDate(next);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => save(next), next === null ? 0 : REST_MS);
  };
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) {
      save(date);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears when the focus leaves the field inside
    <div onBlur={leave}>
      <DateField {...field} value={date} onChange={change} error={error} />
    </div>
  );
}
