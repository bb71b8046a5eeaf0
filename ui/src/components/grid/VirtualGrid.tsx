// A table of any length as a role=grid. The focus stays on the grid and the active cell is named by
// aria-activedescendant, so that a row can leave the screen without taking the focus with it.
import {
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import { classes } from "../classes";
import { GridBody } from "./GridBody";
import { GridHeader } from "./GridHeader";
import { type GridColumn, type GridControl, type GridEntry, type GridSort, sortsOf } from "./grid";
import { useGrid } from "./useGrid";
import { type GridWidths, useGridColumns } from "./useGridColumns";
import { useRows } from "./useRows";
import styles from "./VirtualGrid.module.css";

export interface VirtualGridProps<Row> extends GridWidths {
  label: string;
  /** The columns to show, in order. Pass a stable list. */
  columns: readonly GridColumn<Row>[];
  count: number;
  /** The entry of an index, or undefined while it is on its way. Pass a stable function. */
  entryAt: (index: number) => GridEntry<Row> | undefined;
  /** What is in sight, a little more than that, to be loaded. */
  onRange?: (first: number, last: number) => void;
  sort?: GridSort | readonly GridSort[] | null;
  /** With Shift held, the column is to be sorted by besides the others. */
  onSort?: (sort: GridSort, isAdding: boolean) => void;
  /** Left out, rows cannot be selected. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  idsIn?: (first: number, last: number) => Promise<readonly string[]>;
  /** The ids of all rows, asked by Ctrl A; left out, the rows in the list are all. */
  allIds?: () => Promise<readonly string[]>;
  /** How many rows can be selected, where that is not the count: groups are no rows, closed ones hold some. */
  rowTotal?: number;
  /** Enter or a double click on a cell that cannot be edited; Ctrl Enter on any. */
  onOpen?: (row: Row) => void;
  /** Rows are gone through one by one, and verbs go to the active one. Pass a stable function. */
  onRow?: (row: Row | undefined) => void;
  control?: Ref<GridControl>;
  onToggleGroup?: (id: string) => void;
  /** Names the list: another one is shown from its beginning. */
  listKey?: string;
  /** In rem. */
  rowHeight?: number;
  /** In rem: room below the last row, for a bar that floats over the end of the table. */
  footRoom?: number;
  /** Shown in place of the rows when there are none. */
  empty?: ReactNode;
}

const CHECK_WIDTH = 2.25;
const HEADER_HEIGHT = 2.25;
const ROW_HEIGHT = 2.25;
const OVERSCAN = 6;

function rootPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

export function VirtualGrid<Row>(props: VirtualGridProps<Row>) {
  const {
    label,
    columns,
    count,
    entryAt,
    onRange,
    sort = null,
    selected,
    rowHeight = ROW_HEIGHT,
    footRoom = 0,
    empty,
    listKey,
    onRow,
    control,
  } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const sized = useGridColumns(columns, selected ? CHECK_WIDTH : 0, props);
  const rem = rootPx();
  const sight = useRows({
    count,
    scroller,
    row: rowHeight * rem,
    head: HEADER_HEIGHT * rem,
    foot: footRoom * rem,
    overscan: OVERSCAN,
  });
  const grid = useGrid({ ...props, gridId, scroller, sight, sized });
  const { first, last, toTop } = sight;
  useImperativeHandle(control, () => ({ move: grid.moveBy }));
  const current = entryAt(grid.active.row);
  const row = current?.type === "row" ? current.row : undefined;
  // With the page and not after it: a key pressed in between would be for the row before.
  useLayoutEffect(() => onRow?.(row), [onRow, row]);
  useEffect(() => {
    if (last >= first) {
      onRange?.(first, last);
    }
  }, [first, last, onRange]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is what brings it to the top
  useEffect(toTop, [listKey]);
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={count + 1}
        aria-colcount={columns.length}
        aria-multiselectable={selected !== undefined}
        aria-activedescendant={grid.activeId}
        className={classes(styles.scroller, onRow && styles.byRow)}
        style={sized.style}
        onKeyDown={grid.onKeyDown}
        onMouseDown={grid.onMouseDown}
        onDoubleClick={grid.onDoubleClick}
      >
        <GridHeader
          gridId={gridId}
          columns={columns}
          sized={sized}
          sorts={sortsOf(sort)}
          onSort={grid.sortBy}
          activeColumn={grid.active.row < 0 ? grid.active.column : -1}
          {...(selected && { selection: grid.allSelection })}
        />
        <GridBody
          gridId={gridId}
          columns={columns}
          sight={sight}
          rowHeight={rowHeight}
          entryAt={entryAt}
          selected={selected}
          grid={grid}
        />
      </div>
      {count === 0 && <div className={styles.empty}>{empty}</div>}
    </div>
  );
}
