import type { ReactNode } from "react";
import { Popover as AriaPopover, Dialog, DialogTrigger } from "react-aria-components";
import { classes } from "./classes";
import styles from "./Popover.module.css";
import popup from "./Popup.module.css";

// The dialog inside has a name of its own. Its frame would be named after the trigger as well, be read
// twice, and count as content outside of the dialog.
const UNNAMED = { "aria-labelledby": "" } as const;

export interface PopoverProps {
  /** The accessible name of what opens. */
  label: string;
  /** The button that opens it. */
  trigger: ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: "bottom start" | "bottom end" | "top start" | "right top" | "left top";
}

export function Popover({ label, trigger, children, placement = "bottom start" }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover
        {...UNNAMED}
        className={classes(popup.popup, styles.popover)}
        placement={placement}
        offset={4}
      >
        <Dialog aria-label={label} className={styles.dialog ?? ""}>
          {({ close }) => (typeof children === "function" ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
