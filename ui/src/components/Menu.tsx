import { Check, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";
import { classes } from "./classes";
import styles from "./Popup.module.css";

export interface MenuEntry {
  id: string;
  label: string;
  run: () => void;
  icon?: LucideIcon;
  detail?: string;
  /** A shortcut, as it is written on the keys. */
  keys?: string;
  isDisabled?: boolean;
  isDanger?: boolean;
  /** Set on the entries of a choice; the chosen one carries a check. */
  isChosen?: boolean;
}

export interface MenuGroup {
  id: string;
  title?: string;
  entries: readonly MenuEntry[];
}

export interface MenuListProps {
  label: string;
  groups: readonly MenuGroup[];
  onClose?: () => void;
  /** Shown without a button that opens it, so that it takes the focus itself. */
  isAlone?: boolean;
  /** The list is one choice: the entry chosen now, which has the focus first. */
  chosen?: string;
}

function Entry({ entry }: { entry: MenuEntry }) {
  const Icon = entry.icon;
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      onAction={entry.run}
      isDisabled={entry.isDisabled ?? false}
      className={classes(styles.item, entry.isDanger && styles.danger)}
    >
      {Icon && <Icon aria-hidden strokeWidth={1.75} />}
      <span className={styles.label}>
        {entry.label}
        {entry.detail !== undefined && <span className={styles.detail}>{entry.detail}</span>}
      </span>
      {entry.keys !== undefined && <span className={styles.aside}>{entry.keys}</span>}
      {entry.isChosen === true && <Check aria-label="chosen" />}
    </MenuItem>
  );
}

export function MenuList({ label, groups, onClose, isAlone = false, chosen }: MenuListProps) {
  const shown = groups.filter((group) => group.entries.length > 0);
  return (
    <AriaMenu
      aria-label={label}
      className={styles.list ?? ""}
      {...(isAlone && { autoFocus: "first" as const })}
      {...(onClose && { onClose })}
      {...(chosen !== undefined && { selectionMode: "single" as const, selectedKeys: [chosen] })}
    >
      {shown.map((group, index) => (
        <MenuSection key={group.id} aria-label={group.title ?? label}>
          {index > 0 && <Separator className={styles.separator ?? ""} />}
          {group.title !== undefined && <Header className={styles.heading}>{group.title}</Header>}
          {group.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}

export interface MenuButtonProps {
  /** The accessible name of the list. */
  label: string;
  groups: readonly MenuGroup[];
  placement?: "bottom start" | "bottom end" | "top start" | "top end";
  /** The button that opens it: a Button or an IconButton. */
  children: ReactNode;
}

export function MenuButton({ label, groups, placement = "bottom start", children }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popup ?? ""} placement={placement} offset={4}>
        <MenuList label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}
