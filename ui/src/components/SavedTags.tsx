import { TagField, type TagFieldProps } from "./TagField";
import { useDraft } from "./useDraft";

export interface SavedTagsProps extends Omit<TagFieldProps, "onChange" | "error"> {
  onSave: (value: string[]) => Promise<string | null>;
}

/** Several short texts, kept with every one that is added or taken away. */
export function SavedTags({ value, onSave, ...field }: SavedTagsProps) {
  const draft = useDraft(value, (next) => onSave([...next]));
  return <TagField {...field} value={draft.value} onChange={draft.change} error={draft.error} />;
}
