import type { HTMLAttributes, ReactNode } from "react";
import styles from "./Table.module.css";

export interface TableColumn {
  id: string;
  title: string;
  /** The title is for screen readers alone: grips, verbs. */
  isTitleHidden?: boolean;
  /** A track of a grid, such as "minmax(8rem, 1fr)". */
  width: string;
  /** Figures end where their column does. */
  align?: "end";
}

export interface TableProps {
  label: string;
  columns: readonly TableColumn[];
  children: ReactNode;
}

/** A short table whose cells hold fields; long ones are a VirtualGrid. Its rows are <TableRow>. */
export function Table({ label, columns, children }: TableProps) {
  const tracks = columns.map(({ width }) => width).join(" ");
  return (
    <div role="table" aria-label={label} className={styles.table} style={{ gridTemplateColumns: tracks }}>
      <div role="row" className={styles.head}>
        {columns.map(({ id, title, isTitleHidden = false, align }) => (
          <span key={id} role="columnheader" className={styles.title} data-align={align}>
            <span className={isTitleHidden ? "visually-hidden" : undefined}>{title}</span>
          </span>
        ))}
      </div>
      {children}
    </div>
  );
}

export interface TableRowProps extends HTMLAttributes<HTMLElement> {
  /** One a column, in their order. */
  cells: readonly ReactNode[];
  isMarked?: boolean;
  /** Across the whole row, under its cells. */
  below?: ReactNode;
}

export function TableRow({ cells, isMarked = false, below, ...rest }: TableRowProps) {
  return (
    <div role="row" className={styles.row} data-marked={isMarked || undefined} {...rest}>
      {cells.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column, and columns stay where they are
        <div key={at} role="cell" className={styles.cell}>
          {cell}
        </div>
      ))}
      {below !== undefined && (
        <div role="cell" className={styles.below}>
          {below}
        </div>
      )}
    </div>
  );
}
