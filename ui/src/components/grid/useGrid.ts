// Brings together the active cell, the selection, the keys and the pointer of one grid.
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useMemo, useRef } from "react";
import type { RowHandlers } from "./GridRow";
import { sortsOf } from "./grid";
import { handleGridKey } from "./gridKeys";
import { type GridPointerContext, handleGridDoubleClick, handleGridPress } from "./gridPointer";
import { type ActiveCell, useActiveCell } from "./useActiveCell";
import type { SizedColumns } from "./useGridColumns";
import { type GridSelection, useGridSelection } from "./useGridSelection";
import type { Rows } from "./useRows";
import type { VirtualGridProps } from "./VirtualGrid";

interface GridParts<Row> extends VirtualGridProps<Row> {
  gridId: string;
  scroller: RefObject<HTMLDivElement | null>;
  sight: Rows;
  sized: SizedColumns;
}

export interface Grid extends Pick<ActiveCell, "active" | "activeId" | "editing"> {
  handlers: RowHandlers;
  allSelection: { isAll: boolean; isSome: boolean; toggleAll: () => void };
  sortBy: (column: string, isAdding: boolean) => void;
  /** So many rows further on. */
  moveBy: (rows: number) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onMouseDown: (event: MouseEvent<HTMLElement>) => void;
  onDoubleClick: (event: MouseEvent<HTMLElement>) => void;
}

const NO_ONE: ReadonlySet<string> = new Set();
const ignore = () => undefined;

/** The same object for good, so that rows which stay on screen are not drawn again. */
function useRowHandlers(selection: GridSelection, onToggleGroup: (id: string) => void) {
  const isRange = useRef(false);
  const latest = useRef({ selection, onToggleGroup });
  useEffect(() => {
    latest.current = { selection, onToggleGroup };
  });
  const handlers = useMemo<RowHandlers>(
    () => ({
      onToggleGroup: (id) => latest.current.onToggleGroup(id),
      onToggleRow: (index) => {
        const { extendTo, toggle } = latest.current.selection;
        return isRange.current ? extendTo(index, true) : toggle(index);
      },
    }),
    [],
  );
  return { handlers, isRange };
}

function useContextOf<Row>(
  parts: GridParts<Row>,
  cell: ActiveCell,
  selection: GridSelection,
): GridPointerContext<Row> {
  const { columns, count, entryAt, sort = null, onSort, sight, sized } = parts;
  const sortBy = (id: string, isAdding: boolean) => {
    const column = columns.find((one) => one.id === id);
    if (column?.isSortable === true) {
      const now = sortsOf(sort).find((one) => one.column === id);
      const isDescending = now === undefined ? column.isLargestFirst === true : !now.isDescending;
      onSort?.({ column: id, isDescending }, isAdding);
    }
  };
  return {
    active: cell.active,
    extent: { rows: count, columns: columns.length, page: sight.page },
    columns,
    entryAt,
    moveTo: (to, isExtending) => {
      if (isExtending && to.row >= 0 && to.row !== cell.active.row) {
        selection.extendTo(to.row, false);
      }
      cell.moveTo(to);
    },
    edit: cell.edit,
    open: parts.onOpen ?? ignore,
    toggleGroup: parts.onToggleGroup ?? ignore,
    sort: sortBy,
    toggleRow: selection.toggle,
    extendTo: selection.extendTo,
    selectAll: selection.all,
    clear: selection.clear,
    resize: (id, px) => sized.headers.find((header) => header.id === id)?.resizeBy(px),
  };
}

export function useGrid<Row>(parts: GridParts<Row>): Grid {
  const { gridId, scroller, sight, columns, count, entryAt, idsIn, allIds, rowTotal = count } = parts;
  const { selected = NO_ONE, onSelect = ignore, onToggleGroup = ignore } = parts;
  const cell = useActiveCell({ gridId, scroller, sight, rows: count, columns: columns.length });
  const selection = useGridSelection({ selected, onSelect, count, entryAt, idsIn, allIds });
  const { handlers, isRange } = useRowHandlers(selection, onToggleGroup);
  const context = useContextOf(parts, cell, selection);
  return {
    active: cell.active,
    activeId: cell.activeId,
    editing: cell.editing,
    handlers,
    sortBy: context.sort,
    moveBy: (rows) => {
      const { row, column } = cell.active;
      cell.moveTo({ row: Math.max(0, Math.min(count - 1, row + rows)), column });
      scroller.current?.focus();
    },
    allSelection: {
      isAll: rowTotal > 0 && selected.size >= rowTotal,
      isSome: selected.size > 0,
      toggleAll: () => {
        if (!selection.clear()) {
          selection.all();
        }
      },
    },
    onKeyDown: (event) => {
      // Keys typed in an editor or on a button of a cell belong to it.
      if (event.target === event.currentTarget && handleGridKey(event, context)) {
        event.preventDefault();
      }
    },
    onMouseDown: (event) => {
      isRange.current = event.shiftKey;
      handleGridPress(event, context);
    },
    onDoubleClick: (event) => handleGridDoubleClick(event, context),
  };
}
