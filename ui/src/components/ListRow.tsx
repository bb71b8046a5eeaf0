import type { ReactNode } from "react";
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
  /** Makes the title a button. */
  onOpen?: () => void;
}

/** One row of a list; stands in a <RowList>. */
export function ListRow({ lead, title, detail, aside, actions, onOpen }: ListRowProps) {
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
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
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
