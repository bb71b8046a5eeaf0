import type { CSSProperties } from "react";
import { GridRow } from "./GridRow";
import type { GridColumn, GridEntry } from "./grid";
import type { Grid } from "./useGrid";
import type { Rows } from "./useRows";
import styles from "./VirtualGrid.module.css";

export interface GridBodyProps<Row> {
  gridId: string;
  columns: readonly GridColumn<Row>[];
  sight: Rows;
  rowHeight: number;
  entryAt: (index: number) => GridEntry<Row> | undefined;
  selected: ReadonlySet<string> | undefined;
  grid: Grid;
}

export function GridBody<Row>({
  gridId,
  columns,
  sight,
  rowHeight,
  entryAt,
  selected,
  grid,
}: GridBodyProps<Row>) {
  const { first, last, topOf } = sight;
  const style = { height: sight.height, "--row-height": `${rowHeight}rem` } as CSSProperties;
  return (
    <div className={styles.body} role="rowgroup" style={style}>
      {Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).map((index) => {
        const entry = entryAt(index);
        const isActive = index === grid.active.row;
        return (
          <GridRow
            key={entry?.id ?? index}
            gridId={gridId}
            index={index}
            top={topOf(index)}
            entry={entry}
            columns={columns}
            isSelected={selected && entry ? selected.has(entry.id) : selected && false}
            activeColumn={isActive ? grid.active.column : -1}
            editing={isActive ? grid.editing : null}
            handlers={grid.handlers}
          />
        );
      })}
    </div>
  );
}
