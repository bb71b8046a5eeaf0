import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./ListRow.module.css";

export interface ListRowProps {
  lead?: ReactNode;
  title: ReactNode;
  /** The second, quiet line. */
  detail?: ReactNode;
  /** At the end, always in sight. */
  aside?: ReactNode;
  /** Verbs that show on hover and focus. */
  actions?: ReactNode;
  /** The verbs lie over the end of the row, where there is no width to keep for them. */
  areActionsOver?: boolean;
  /** Makes the title a button. */
  onOpen?: () => void;
}

/** One row of a list; stands in a <RowList>. */
export function ListRow(props: ListRowProps) {
  const { lead, title, detail, aside, actions, areActionsOver = false, onOpen } = props;
  return (
    <li className={styles.row}>
      {lead !== undefined && <span className={styles.lead}>{lead}</span>}
      <div className={styles.text}>
        {onOpen ? (
          <button type="button" className={styles.open} onClick={onOpen}>
            {title}
          </button>
        ) : (
          <div>{title}</div>
        )}
        {detail !== undefined && <div className={styles.detail}>{detail}</div>}
      </div>
      {actions !== undefined && (
        <div className={classes(styles.actions, areActionsOver && styles.over)}>{actions}</div>
      )}
      {aside !== undefined && <div className={styles.aside}>{aside}</div>}
    </li>
  );
}

export interface RowListProps {
  label: string;
  children: ReactNode;
}

export function RowList({ label, children }: RowListProps) {
  return (
    <ul aria-label={label} className={styles.list}>
      {children}
    </ul>
  );
}
