import { ArrowDown, ArrowUp } from "lucide-react";
import type { GridColumn, GridSort } from "./grid";
import type { SizedColumns } from "./useGridColumns";
import styles from "./VirtualGrid.module.css";

export interface GridHeaderProps<Row> {
  gridId: string;
  columns: readonly GridColumn<Row>[];
  sized: SizedColumns;
  sort: GridSort | null;
  onSort: (column: string) => void;
  /** The column of the active header cell, or −1. */
  activeColumn: number;
  /** Left out where rows cannot be selected. */
  selection?: { isAll: boolean; isSome: boolean; toggleAll: () => void };
}

function ariaSort(column: string, sort: GridSort | null): "ascending" | "descending" | "none" {
  if (sort?.column !== column) {
    return "none";
  }
  return sort.isDescending ? "descending" : "ascending";
}

export function GridHeader<Row>(props: GridHeaderProps<Row>) {
  const { gridId, columns, sized, sort, onSort, activeColumn, selection } = props;
  const Arrow = sort?.isDescending ? ArrowDown : ArrowUp;
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
          {...(column.isSortable === true && { "aria-sort": ariaSort(column.id, sort) })}
        >
          {column.isSortable === true ? (
            <button type="button" tabIndex={-1} className={styles.sort} onClick={() => onSort(column.id)}>
              <span className={styles.clip}>{column.title}</span>
              {sort?.column === column.id && <Arrow aria-hidden size={13} />}
            </button>
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
