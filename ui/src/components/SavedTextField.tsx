import { TextField, type TextFieldProps } from "./TextField";
import { useSavedText } from "./useSavedText";

export interface SavedTextFieldProps extends Omit<TextFieldProps, "onChange" | "onCommit" | "error"> {
  /** What is wrong with the text, or null once it is kept. */
  onSave: (value: string) => Promise<string | null>;
}

/** A field that keeps its text on leaving it and on Enter; Esc brings back what was kept. */
export function SavedTextField({ value, onSave, ...field }: SavedTextFieldProps) {
  const { onKeyDownCapture, ...text } = useSavedText(value, onSave);
  return (
    <div onKeyDownCapture={onKeyDownCapture}>
      <TextField {...field} {...text} />
    </div>
  );
}
