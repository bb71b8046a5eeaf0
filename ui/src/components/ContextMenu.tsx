import { type ReactNode, useRef, useState } from "react";
import { Popover } from "react-aria-components";
import styles from "./ContextMenu.module.css";
import { type MenuGroup, MenuList } from "./Menu";
import popup from "./Popup.module.css";

export interface ContextMenuProps {
  label: string;
  /** Asked when it opens, so that it fits what is under the pointer; null opens nothing. */
  groupsFor: (target: HTMLElement) => readonly MenuGroup[] | null;
  children: ReactNode;
}

interface Opened {
  x: number;
  y: number;
  groups: readonly MenuGroup[];
}

/** A menu at the pointer, by the secondary button, the menu key or Shift F10, over its children. */
export function ContextMenu({ label, groupsFor, children }: ContextMenuProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const anchor = useRef<HTMLDivElement>(null);
  const open = (event: React.MouseEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement)) {
      return;
    }
    const groups = groupsFor(event.target);
    if (groups !== null) {
      event.preventDefault();
      const byKeyboard = event.clientX === 0 && event.clientY === 0;
      // The focus of a grid stays on the grid; what is meant is the cell it names.
      const active = document.getElementById(event.target.getAttribute("aria-activedescendant") ?? "");
      const box = (active ?? event.target).getBoundingClientRect();
      setOpened({
        x: byKeyboard ? box.left : event.clientX,
        y: byKeyboard ? box.bottom : event.clientY,
        groups,
      });
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard opens it through the same contextmenu event
    <div className={styles.area} onContextMenu={open}>
      {children}
      {opened !== null && (
        <>
          <div ref={anchor} className={styles.anchor} style={{ left: opened.x, top: opened.y }} />
          <Popover
            triggerRef={anchor}
            isOpen
            onOpenChange={() => setOpened(null)}
            placement="bottom start"
            offset={2}
            className={popup.popup ?? ""}
            aria-label={label}
          >
            <MenuList label={label} groups={opened.groups} onClose={() => setOpened(null)} isAlone />
          </Popover>
        </>
      )}
    </div>
  );
}
