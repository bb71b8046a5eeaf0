import { type LucideIcon, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import styles from "./Chip.module.css";
import { classes } from "./classes";

export interface ChipProps {
  children: ReactNode;
  tone?: "plain" | "accent" | "outline" | "success" | "warning" | "danger";
  icon?: LucideIcon;
  /** Adds a cross; removeLabel names it for screen readers. */
  onRemove?: () => void;
  removeLabel?: string;
}

export function Chip({ children, tone = "plain", icon: Icon, onRemove, removeLabel = "Remove" }: ChipProps) {
  return (
    <span className={classes(styles.chip, styles[tone])}>
      {Icon && <Icon aria-hidden />}
      <span className={styles.text}>{children}</span>
      {onRemove && (
        <Button slot={null} className={styles.remove ?? ""} aria-label={removeLabel} onPress={onRemove}>
          <X aria-hidden />
        </Button>
      )}
    </span>
  );
}
