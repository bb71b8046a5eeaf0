import type { ReactNode } from "react";
import styles from "./Page.module.css";

export interface PageHeaderProps {
  /** Text, or an InlineEdit where the view is the page of a thing. */
  title: ReactNode;
  /** One line of figures beside the title; strong words in <strong>. */
  summary?: ReactNode;
  /** The verbs of the view, the primary one last. */
  actions?: ReactNode;
  /** A second line: modes, filters, search. */
  toolbar?: ReactNode;
}

export function PageHeader({ title, summary, actions, toolbar }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.titleRow}>
        <h1 className={styles.title}>{title}</h1>
        {summary !== undefined && <p className={styles.summary}>{summary}</p>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {toolbar !== undefined && <div className={styles.toolbar}>{toolbar}</div>}
    </header>
  );
}
