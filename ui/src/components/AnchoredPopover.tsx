import { type ReactNode, useMemo } from "react";
import { Popover as AriaPopover, Dialog } from "react-aria-components";
import { classes } from "./classes";
import styles from "./Popover.module.css";
import popup from "./Popup.module.css";

export interface AnchoredPopoverProps {
  /** The accessible name of what is shown. */
  label: string;
  /** The element it points at. */
  anchor: Element;
  onClose: () => void;
  children: ReactNode;
  placement?: "bottom" | "bottom start" | "top" | "right top" | "left top";
}

/** A popover that is open at an element which did not open it; Esc and a click outside close it. */
export function AnchoredPopover(props: AnchoredPopoverProps) {
  const { label, anchor, onClose, children, placement = "bottom" } = props;
  const ref = useMemo(() => ({ current: anchor }), [anchor]);
  return (
    <AriaPopover
      triggerRef={ref}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement={placement}
      offset={6}
      className={classes(popup.popup, styles.popover)}
    >
      <Dialog aria-label={label} className={styles.dialog ?? ""}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
