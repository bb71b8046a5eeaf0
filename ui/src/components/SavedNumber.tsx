import { NumberField, type NumberFieldProps } from "./NumberField";
import { useDraft } from "./useDraft";

export interface SavedNumberProps extends Omit<NumberFieldProps, "onChange" | "error"> {
  /** What is wrong with the number, or null once it is kept. */
  onSave: (value: number | null) => Promise<string | null>;
}

/** A number that is kept once it is settled. */
export function SavedNumber({ value, onSave, ...field }: SavedNumberProps) {
  const draft = useDraft(value, onSave);
  return <NumberField {...field} value={draft.value} onChange={draft.change} error={draft.error} />;
}
