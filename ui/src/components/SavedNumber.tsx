import { NumberField, type NumberFieldProps } from "./NumberField";
import { useFieldsAreReadOnly } from "./readOnly";
import { useDraft } from "./useDraft";

export interface SavedNumberProps extends Omit<NumberFieldProps, "onChange" | "error"> {
  /** What is wrong with the number, or null once it is kept. */
  onSave: (value: number | null) => Promise<string | null>;
  /** In place of the unit where there is no number and none can be given. */
  nothing?: string;
}

/** A number that is kept once it is settled. */
export function SavedNumber({ value, onSave, nothing, unit, ...field }: SavedNumberProps) {
  const draft = useDraft(value, onSave);
  const isReadOnly = useFieldsAreReadOnly();
  const beside = isReadOnly && draft.value === null ? nothing : unit;
  return (
    <NumberField
      {...field}
      {...(beside !== undefined && { unit: beside })}
      value={draft.value}
      onChange={draft.change}
      error={draft.error}
    />
  );
}
