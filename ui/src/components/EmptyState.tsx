import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./EmptyState.module.css";

export interface EmptyStateProps {
  icon?: LucideIcon;
  title: string;
  /** What this view will show once it is filled. */
  text: ReactNode;
  /** The one verb that fills it. */
  action?: ReactNode;
  /** For a card or a rail instead of a whole view. */
  isCompact?: boolean;
  /** 1 where it is the whole view, with no header above it. */
  level?: 1 | 2;
}

export function EmptyState({
  icon: Icon,
  title,
  text,
  action,
  isCompact = false,
  level = 2,
}: EmptyStateProps) {
  const Title = level === 1 ? "h1" : "h2";
  return (
    <div className={classes(styles.empty, isCompact && styles.compact)}>
      {Icon && (
        <span className={styles.icon}>
          <Icon aria-hidden size={20} strokeWidth={1.5} />
        </span>
      )}
      <Title className={styles.title}>{title}</Title>
      <p className={styles.text}>{text}</p>
      <div className={styles.actions}>{action}</div>
    </div>
  );
}
