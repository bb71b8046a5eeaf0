import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Banner.module.css";
import { classes } from "./classes";
import { IconButton } from "./IconButton";

const SIGNS = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert } as const;

export interface BannerProps {
  tone?: keyof typeof SIGNS;
  title?: string;
  children: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
  onClose?: () => void;
}

/** A message that stays with the view it is about. */
export function Banner({ tone = "info", title, children, action, onClose }: BannerProps) {
  const Sign = SIGNS[tone];
  return (
    <div className={classes(styles.banner, styles[tone])} role={tone === "danger" ? "alert" : "status"}>
      <Sign aria-hidden className={styles.sign} />
      <div className={styles.text}>
        {title !== undefined && <strong>{title} </strong>}
        {children}
      </div>
      {action}
      {onClose && <IconButton icon={X} label="Close" size="small" onPress={onClose} />}
    </div>
  );
}
