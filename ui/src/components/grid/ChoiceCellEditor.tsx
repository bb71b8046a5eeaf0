import { useRef } from "react";
import { ListBox, Popover } from "react-aria-components";
import { type Choice, ChoiceItem } from "../Choices";
import popup from "../Popup.module.css";
import styles from "./CellEditors.module.css";
import type { CellEditing } from "./grid";

export interface ChoiceCellEditorProps<T extends string> extends Pick<CellEditing<unknown>, "close"> {
  label: string;
  choices: readonly Choice<T>[];
  value: T | null;
  onCommit: (value: T) => void;
}

/** One of a few in a cell: the list opens at once, typing finds, Enter keeps, Esc leaves it as it was. */
export function ChoiceCellEditor<T extends string>(props: ChoiceCellEditorProps<T>) {
  const { label, choices, value, onCommit, close } = props;
  const anchor = useRef<HTMLDivElement>(null);
  return (
    <>
      <div ref={anchor} className={styles.input} />
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={() => close("stay")}
        placement="bottom start"
        offset={2}
        className={popup.popup ?? ""}
      >
        <ListBox
          aria-label={label}
          items={choices}
          autoFocus
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={value === null ? [] : [value]}
          onAction={() => close("stay")}
          onSelectionChange={(keys) => {
            const picked = choices.find(({ id }) => keys !== "all" && keys.has(id));
            if (picked && picked.id !== value) {
              onCommit(picked.id);
            }
            close("stay");
          }}
          className={popup.list ?? ""}
        >
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </>
  );
}
