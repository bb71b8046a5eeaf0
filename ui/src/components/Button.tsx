import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import styles from "./Button.module.css";
import { classes } from "./classes";
import { useFieldsAreReadOnly } from "./readOnly";

export type ButtonLook = "primary" | "secondary" | "quiet" | "dashed" | "danger";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  /** One primary button a screen. */
  look?: ButtonLook;
  size?: "medium" | "large";
  icon?: LucideIcon;
  /** A shortcut to show at its end, as it is written on the keys. */
  keys?: string;
  /** It changes the plan, and is not offered where that can only be read. */
  isEdit?: boolean;
  children: ReactNode;
}

export function Button(props: ButtonProps) {
  const { look = "secondary", size = "medium", icon: Icon, keys, isEdit = false, children, ...rest } = props;
  const isReadOnly = useFieldsAreReadOnly();
  if (isEdit && isReadOnly) {
    return null;
  }
  return (
    <AriaButton {...rest} className={classes(styles.button, styles[look], size === "large" && styles.large)}>
      {({ isPending }) => (
        <>
          {isPending ? <span className={styles.spinner} /> : Icon && <Icon aria-hidden />}
          {children}
          {keys !== undefined && (
            <kbd className={styles.keys} aria-hidden>
              {keys}
            </kbd>
          )}
        </>
      )}
    </AriaButton>
  );
}
