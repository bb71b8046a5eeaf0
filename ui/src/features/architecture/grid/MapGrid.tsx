import type { CSSProperties, DragEvent, ReactNode } from "react";
import { useEdges } from "./edges";
import styles from "./MapGrid.module.css";
import { useRows } from "./useRows";
import { useStops } from "./useStops";

export interface GridDrops {
  onDragOver: (event: DragEvent<HTMLElement>) => void;
  onDragLeave: (event: DragEvent<HTMLElement>) => void;
  onDrop: (event: DragEvent<HTMLElement>) => void;
}

/** The rows between the heads and the foot. Only those in sight are drawn. */
export interface GridRows {
  count: number;
  keyOf: (index: number) => string;
  /** The cells of a row. */
  cellsOf: (index: number) => ReactNode;
  /** The row to keep in sight. */
  selected?: number;
}

export interface MapGridProps {
  label: string;
  columnCount: number;
  /** How narrow a column may become. */
  minColumn: string;
  /** A frozen column of margins at the end. */
  hasMargin?: boolean;
  isDense: boolean;
  heads: ReactNode;
  rows: GridRows;
  foot?: ReactNode;
  /** A press, Enter or Space on something that can be focused. */
  onOpen: (stop: HTMLElement, by: "key" | "pointer") => void;
  /** Other keys on it; true when they meant something. */
  onKey?: (stop: HTMLElement, key: string) => boolean;
  drops?: GridDrops;
}

/** A grid with frozen heads and margins, moved through by arrow keys. */
export function MapGrid(props: MapGridProps) {
  const { label, columnCount, minColumn, hasMargin = true, isDense, heads, rows, foot, drops } = props;
  const { scroller, drawn, height, keep, moveTo } = useRows(rows, isDense);
  const { grid, ...handlers } = useStops({ ...props, rowCount: rows.count, keep, moveTo });
  useEdges(grid);
  return (
    <div className={styles.frame}>
      <div className={styles.card} ref={scroller}>
        <div
          ref={grid}
          role="grid"
          aria-label={label}
          aria-rowcount={rows.count + (foot === undefined ? 1 : 2)}
          aria-colcount={columnCount + (hasMargin ? 2 : 1)}
          className={styles.grid}
          data-dense={isDense || undefined}
          data-margin={hasMargin || undefined}
          style={{ "--count": columnCount, "--column": minColumn } as CSSProperties}
          {...handlers}
          {...drops}
        >
          {heads}
          <div role="rowgroup" className={styles.rows} style={{ height }}>
            {drawn.map(({ index, start }) => (
              <div
                key={rows.keyOf(index)}
                role="row"
                aria-rowindex={index + 2}
                data-row={index}
                className={styles.row}
                style={{ top: start }}
              >
                {rows.cellsOf(index)}
              </div>
            ))}
          </div>
          {foot}
        </div>
      </div>
    </div>
  );
}
