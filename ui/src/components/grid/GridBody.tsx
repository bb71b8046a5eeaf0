import type { VirtualItem } from "@tanstack/react-virtual";
import type { CSSProperties } from "react";
import { GridRow } from "./GridRow";
import type { GridColumn, GridEntry } from "./grid";
import type { Grid } from "./useGrid";
import styles from "./VirtualGrid.module.css";

export interface GridBodyProps<Row> {
  gridId: string;
  columns: readonly GridColumn<Row>[];
  items: readonly VirtualItem[];
  height: number;
  rowHeight: number;
  entryAt: (index: number) => GridEntry<Row> | undefined;
  selected: ReadonlySet<string> | undefined;
  grid: Grid;
}

export function GridBody<Row>({
  gridId,
  columns,
  items,
  height,
  rowHeight,
  entryAt,
  selected,
  grid,
}: GridBodyProps<Row>) {
  const style = { height, "--row-height": `${rowHeight}rem` } as CSSProperties;
  return (
    <div className={styles.body} role="rowgroup" style={style}>
      {items.map(({ index, start }) => {
        const entry = entryAt(index);
        const isActive = index === grid.active.row;
        return (
          <GridRow
            key={entry?.id ?? index}
            gridId={gridId}
            index={index}
            top={start}
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
