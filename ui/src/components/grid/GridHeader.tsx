import { ArrowDown, ArrowUp } from "lucide-react";
import type { GridColumn, GridSort } from "./grid";
import type { SizedColumns } from "./useGridColumns";
import styles from "./VirtualGrid.module.css";

export interface GridHeaderProps<Row> {
  gridId: string;
  columns: readonly GridColumn<Row>[];
  sized: SizedColumns;
  sorts: readonly GridSort[];
  onSort: (column: string, isAdding: boolean) => void;
  /** The column of the active header cell, or −1. */
  activeColumn: number;
  /** Left out where rows cannot be selected. */
  selection?: { isAll: boolean; isSome: boolean; toggleAll: () => void };
}

function ariaSort(sort: GridSort | undefined): "ascending" | "descending" | "none" {
  if (sort === undefined) {
    return "none";
  }
  return sort.isDescending ? "descending" : "ascending";
}

interface SortButtonProps {
  title: string;
  sorts: readonly GridSort[];
  at: number;
  onSort: (isAdding: boolean) => void;
}

function SortButton({ title, sorts, at, onSort }: SortButtonProps) {
  const sort = sorts[at];
  const Arrow = sort?.isDescending ? ArrowDown : ArrowUp;
  return (
    <button type="button" tabIndex={-1} className={styles.sort} onClick={(event) => onSort(event.shiftKey)}>
      <span className={styles.clip}>{title}</span>
      {sort && <Arrow aria-hidden size={13} />}
      {sort && sorts.length > 1 && <span className={styles.rank}>{at + 1}</span>}
    </button>
  );
}

export function GridHeader<Row>(props: GridHeaderProps<Row>) {
  const { gridId, columns, sized, sorts, onSort, activeColumn, selection } = props;
  const sortAt = (id: string) => sorts.findIndex(({ column }) => column === id);
  return (
    <div className={styles.header} role="row" aria-rowindex={1}>
      {selection && (
        <div className={styles.check} role="columnheader">
          <input
            type="checkbox"
            tabIndex={-1}
            className={styles.box}
            aria-label="Select all"
            checked={selection.isAll}
            ref={(box) => {
              if (box) {
                box.indeterminate = selection.isSome && !selection.isAll;
              }
            }}
            onChange={selection.toggleAll}
          />
        </div>
      )}
      {columns.map((column, index) => (
        <div
          key={column.id}
          id={`${gridId}-h-${index}`}
          role="columnheader"
          className={styles.head}
          data-align={column.align}
          data-active={index === activeColumn || undefined}
          {...(column.isSortable === true && { "aria-sort": ariaSort(sorts[sortAt(column.id)]) })}
        >
          {column.isSortable === true ? (
            <SortButton
              title={column.title}
              sorts={sorts}
              at={sortAt(column.id)}
              onSort={(isAdding) => onSort(column.id, isAdding)}
            />
          ) : (
            <span className={styles.clip}>{column.title}</span>
          )}
          <div
            aria-hidden
            className={styles.resize}
            data-resizing={sized.headers[index]?.isResizing || undefined}
            onMouseDown={sized.headers[index]?.startResize}
          />
        </div>
      ))}
    </div>
  );
}
