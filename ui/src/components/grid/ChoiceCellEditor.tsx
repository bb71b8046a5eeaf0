import { useRef } from "react";
import { Popover } from "react-aria-components";
import type { Choice } from "../Choices";
import { classes } from "../classes";
import { MenuList } from "../Menu";
import popup from "../Popup.module.css";
import styles from "./CellEditors.module.css";
import type { CellEditing } from "./grid";

export interface ChoiceCellEditorProps<T extends string> extends Pick<CellEditing<unknown>, "close"> {
  label: string;
  choices: readonly Choice<T>[];
  value: T | null;
  /** Called when another one was chosen. */
  onCommit: (value: T) => void;
}

/** One of a few in a cell: the list opens at once, typing finds, Enter keeps, Esc leaves it as it was. */
export function ChoiceCellEditor<T extends string>(props: ChoiceCellEditorProps<T>) {
  const { label, choices, value, onCommit, close } = props;
  const anchor = useRef<HTMLDivElement>(null);
  const entries = choices.map(({ id, label: text, detail }) => ({
    id,
    label: text,
    isChosen: id === value,
    run: () => {
      if (id !== value) {
        onCommit(id);
      }
    },
    ...(detail !== undefined && { detail }),
  }));
  return (
    <>
      <div ref={anchor} className={classes(styles.input, styles.held)}>
        {choices.find(({ id }) => id === value)?.label}
      </div>
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={() => close("stay")}
        placement="bottom start"
        offset={2}
        className={popup.popup ?? ""}
        aria-label={label}
      >
        <MenuList
          label={label}
          groups={[{ id: "choices", entries }]}
          onClose={() => close("stay")}
          isAlone
          {...(value !== null && { chosen: value })}
        />
      </Popover>
    </>
  );
}
