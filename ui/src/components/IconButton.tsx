import type { LucideIcon } from "lucide-react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import styles from "./Button.module.css";
import { classes } from "./classes";
import { useFieldsAreReadOnly } from "./readOnly";
import { Tooltip, type TooltipPlacement } from "./Tooltip";

export interface IconButtonProps
  extends Omit<AriaButtonProps, "children" | "className" | "style" | "aria-label"> {
  icon: LucideIcon;
  /** What it does: the accessible name and the tooltip. */
  label: string;
  /** A shortcut to show in the tooltip, as it is written on the keys. */
  keys?: string;
  look?: "quiet" | "secondary";
  size?: "small" | "medium" | "large";
  placement?: TooltipPlacement;
  /** It changes the plan, and is not offered where that can only be read. */
  isEdit?: boolean;
}

export function IconButton({
  icon: Icon,
  label,
  keys,
  look = "quiet",
  size = "medium",
  placement = "bottom",
  isEdit = false,
  ...rest
}: IconButtonProps) {
  const isReadOnly = useFieldsAreReadOnly();
  if (isEdit && isReadOnly) {
    return null;
  }
  return (
    <Tooltip text={label} placement={placement} {...(keys !== undefined && { keys })}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classes(styles.button, styles.icon, styles[look], size !== "medium" && styles[size])}
      >
        <Icon aria-hidden strokeWidth={1.75} />
      </AriaButton>
    </Tooltip>
  );
}
