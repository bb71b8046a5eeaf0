import { TextArea, type TextAreaProps } from "./TextArea";
import { useSavedText } from "./useSavedText";

export interface SavedTextAreaProps extends Omit<TextAreaProps, "onChange" | "onCommit" | "error"> {
  /** What is wrong with the text, or null once it is kept. */
  onSave: (value: string) => Promise<string | null>;
}

/** Several lines that are kept on leaving them and on Ctrl/⌘ Enter; Esc brings back what was kept. */
export function SavedTextArea({ value, onSave, ...field }: SavedTextAreaProps) {
  const { onKeyDownCapture, ...text } = useSavedText(value, onSave);
  return (
    <div onKeyDownCapture={onKeyDownCapture}>
      <TextArea {...field} {...text} />
    </div>
  );
}
