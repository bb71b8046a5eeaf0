import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import styles from "./Button.module.css";
import { classes } from "./classes";

export type ButtonLook = "primary" | "secondary" | "quiet" | "dashed" | "danger";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  /** One primary button a screen. */
  look?: ButtonLook;
  size?: "medium" | "large";
  icon?: LucideIcon;
  children: ReactNode;
}

export function Button({ look = "secondary", size = "medium", icon: Icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classes(styles.button, styles[look], size === "large" && styles.large)}>
      {({ isPending }) => (
        <>
          {isPending ? <span className={styles.spinner} /> : Icon && <Icon aria-hidden />}
          {children}
        </>
      )}
    </AriaButton>
  );
}
