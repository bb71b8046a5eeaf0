import type { Selection } from "react-aria-components";
import { Autocomplete, Input, ListBox, TextField, useFilter } from "react-aria-components";
import { type Choice, ChoiceItem } from "./Choices";
import field from "./Field.module.css";
import styles from "./PickList.module.css";
import popup from "./Popup.module.css";

export interface PickListProps<T extends string> {
  /** What is chosen here, for screen readers. */
  label: string;
  choices: readonly Choice<T>[];
  value: readonly T[];
  onChange: (value: T[]) => void;
  /** One at most, or several. */
  mode: "one" | "several";
  emptyText?: string;
}

// Fewer than these are seen at a glance.
const SEARCHED_FROM = 8;

/** A list to choose from that is always open: in a popover, in a rail. Typing finds where it is long. */
export function PickList<T extends string>(props: PickListProps<T>) {
  const { label, choices, value, onChange, mode, emptyText = "Nothing fits." } = props;
  const { contains } = useFilter({ sensitivity: "base" });
  const isLong = choices.length >= SEARCHED_FROM;
  const pick = (keys: Selection) => {
    const chosen = choices.map(({ id }) => id).filter((id) => keys === "all" || keys.has(id));
    // What is chosen but no longer offered stays chosen.
    const kept = mode === "several" ? value.filter((id) => !choices.some((choice) => choice.id === id)) : [];
    onChange([...kept, ...chosen]);
  };
  const list = (
    <ListBox
      aria-label={label}
      items={choices}
      selectionMode={mode === "one" ? "single" : "multiple"}
      selectedKeys={value}
      onSelectionChange={pick}
      // Esc closes the popover it stands in, and leaves what was chosen.
      escapeKeyBehavior="none"
      className={styles.list ?? ""}
      {...(!isLong && { autoFocus: "first" as const })}
      renderEmptyState={() => <p className={popup.empty}>{emptyText}</p>}
    >
      {(choice) => <ChoiceItem choice={choice} />}
    </ListBox>
  );
  return isLong ? (
    <Autocomplete filter={contains}>
      <TextField aria-label={`Find in ${label}`} autoFocus className={styles.search ?? ""}>
        <div className={field.box}>
          <Input
            role="combobox"
            aria-expanded
            aria-haspopup="listbox"
            className={field.input ?? ""}
            placeholder="Find…"
          />
        </div>
      </TextField>
      {list}
    </Autocomplete>
  ) : (
    list
  );
}
