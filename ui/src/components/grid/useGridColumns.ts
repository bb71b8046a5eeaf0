// Column widths: TanStack Table keeps and drags them, CSS variables bring them to the rows, so that
// resizing draws no row again.
import {
  type ColumnSizingState,
  columnResizingFeature,
  columnSizingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type CSSProperties, useMemo } from "react";
import type { GridColumn } from "./grid";

const FEATURES = tableFeatures({ columnSizingFeature, columnResizingFeature });
const NO_ROWS: never[] = [];
const NARROWEST = 56;

export interface GridWidths {
  widths: Readonly<Record<string, number>>;
  onWidths: (widths: Record<string, number>) => void;
}

export interface SizedHeader {
  id: string;
  isResizing: boolean;
  startResize: (event: unknown) => void;
  resizeBy: (px: number) => void;
}

export interface SizedColumns {
  headers: readonly SizedHeader[];
  style: CSSProperties;
}

export function useGridColumns<Row>(
  columns: readonly GridColumn<Row>[],
  lead: number,
  sizes: GridWidths,
): SizedColumns {
  const defined = useMemo(
    () => columns.map(({ id, width, minWidth = NARROWEST }) => ({ id, size: width, minSize: minWidth })),
    [columns],
  );
  const table = useTable({
    features: FEATURES,
    columns: defined,
    data: NO_ROWS,
    columnResizeMode: "onChange",
    state: { columnSizing: sizes.widths as ColumnSizingState },
    onColumnSizingChange: (change) =>
      sizes.onWidths(typeof change === "function" ? change(sizes.widths as ColumnSizingState) : change),
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const growing = new Map(
    columns.map(({ id, grow }) => [id, sizes.widths[id] === undefined ? grow : undefined]),
  );
  const tracks = headers.map((header) => {
    const [width, grow] = [`${header.getSize() / 16}rem`, growing.get(header.id)];
    return grow === undefined ? width : `minmax(${width}, ${grow}fr)`;
  });
  const isFilled = [...growing.values()].some((grow) => grow !== undefined);
  return {
    headers: headers.map((header) => ({
      id: header.id,
      isResizing: header.column.getIsResizing(),
      startResize: header.getResizeHandler(),
      resizeBy: (px) =>
        sizes.onWidths({ ...sizes.widths, [header.id]: Math.max(NARROWEST, header.getSize() + px) }),
    })),
    style: {
      "--grid-columns": [
        ...(lead > 0 ? [`${lead}rem`] : []),
        ...tracks,
        isFilled ? "0" : "minmax(0, 1fr)",
      ].join(" "),
      "--grid-width": `${lead + table.getTotalSize() / 16}rem`,
    } as CSSProperties,
  };
}
