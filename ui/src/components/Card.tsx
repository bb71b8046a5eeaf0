import type { ReactNode } from "react";
import styles from "./Card.module.css";
import { classes } from "./classes";

export interface CardProps {
  title?: string;
  /** Beside the title: a count, a hint. */
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** The content reaches the edges: lists, tables. */
  isFlush?: boolean;
}

export function Card({ title, aside, actions, children, isFlush = false }: CardProps) {
  return (
    <section className={styles.card}>
      {title !== undefined && (
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {aside !== undefined && <span className={styles.aside}>{aside}</span>}
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      <div className={classes(styles.body, isFlush && styles.flush)}>{children}</div>
    </section>
  );
}
