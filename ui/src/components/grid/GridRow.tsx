import { ChevronDown, ChevronRight } from "lucide-react";
import { memo, type ReactNode } from "react";
import { LOCALE } from "@/locale";
import type { CellEditing, DataEntry, GridColumn, GridEntry, GroupEntry } from "./grid";
import styles from "./VirtualGrid.module.css";

export interface RowHandlers {
  onToggleGroup: (id: string) => void;
  onToggleRow: (index: number) => void;
}

export interface GridRowProps<Row> {
  gridId: string;
  index: number;
  top: number;
  entry: GridEntry<Row> | undefined;
  columns: readonly GridColumn<Row>[];
  /** Left out where rows cannot be selected. */
  isSelected: boolean | undefined;
  /** The active cell of this row, or −1. */
  activeColumn: number;
  /** The editing of the active cell. */
  editing: Pick<CellEditing<Row>, "typed" | "close"> | null;
  handlers: RowHandlers;
}

function Group({ entry, onToggle }: { entry: GroupEntry; onToggle: () => void }) {
  const Arrow = entry.isOpen ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={entry.isOpen}
      className={styles.groupButton}
      onClick={onToggle}
    >
      <Arrow aria-hidden size={14} />
      <span className={styles.groupTitle}>{entry.title}</span>
      <span className={styles.groupCount}>{entry.count.toLocaleString(LOCALE)}</span>
    </button>
  );
}

interface CellsProps<Row> extends Omit<GridRowProps<Row>, "top" | "entry" | "isSelected" | "handlers"> {
  entry: DataEntry<Row> | undefined;
}

function content<Row>(column: GridColumn<Row>, row: Row, editing: GridRowProps<Row>["editing"]): ReactNode {
  return editing !== null && column.edit ? column.edit({ row, ...editing }) : column.cell(row);
}

function Cells<Row>({ gridId, index, entry, columns, activeColumn, editing }: CellsProps<Row>) {
  return columns.map((column, at) => {
    const isActive = at === activeColumn;
    return (
      <div
        key={column.id}
        id={`${gridId}-${index}-${at}`}
        role="gridcell"
        className={styles.cell}
        data-column={at}
        data-align={column.align}
        data-active={isActive || undefined}
        data-editing={(isActive && editing !== null) || undefined}
        data-editable={column.edit !== undefined || undefined}
      >
        {entry === undefined ? (
          <span className={styles.pending} />
        ) : (
          content(column, entry.row, isActive ? editing : null)
        )}
      </div>
    );
  });
}

function DrawnRow<Row>(props: GridRowProps<Row>) {
  const { gridId, index, top, entry, columns, isSelected, activeColumn, handlers } = props;
  const placed = { transform: `translateY(${top}px)` };
  const shared = { "aria-rowindex": index + 2, "data-index": index, style: placed };
  if (entry?.type === "group") {
    return (
      <div {...shared} role="row" className={styles.group}>
        <div
          id={`${gridId}-${index}-0`}
          role="gridcell"
          aria-colspan={columns.length + (isSelected === undefined ? 0 : 1)}
          className={styles.groupCell}
          data-active={activeColumn >= 0 || undefined}
        >
          <Group entry={entry} onToggle={() => handlers.onToggleGroup(entry.id)} />
        </div>
      </div>
    );
  }
  return (
    <div
      {...shared}
      role="row"
      className={styles.row}
      aria-selected={isSelected}
      data-row-id={entry?.id}
      data-current={activeColumn >= 0 || undefined}
    >
      {isSelected !== undefined && (
        <div className={styles.check} role="gridcell" data-check>
          <input
            type="checkbox"
            tabIndex={-1}
            className={styles.box}
            aria-label="Select"
            checked={isSelected}
            onChange={() => handlers.onToggleRow(index)}
          />
        </div>
      )}
      <Cells {...props} entry={entry} />
    </div>
  );
}

// A scroll step draws the rows that come in, never those that stay.
export const GridRow = memo(DrawnRow) as typeof DrawnRow;
