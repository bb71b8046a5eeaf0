import { useCallback, useMemo, useRef, useState } from "react";
import type { ConsumptionReport } from "@/bindings/ConsumptionReport";
import type { GapRow } from "@/bindings/GapRow";
import type { GridEntry } from "@/components/grid/grid";
import { VirtualGrid } from "@/components/grid/VirtualGrid";
import { showToast } from "@/components/toasts";
import styles from "./Consumption.module.css";
import { columnsOf, keyOf } from "./columns";
import { MOST_SEGMENTS } from "./search";
import { readSort, sorted, writeSort } from "./sorting";
import { useRoom } from "./useRoom";

/** Longer lists scroll in themselves. */
const ROWS_IN_SIGHT = 10;

export interface SegmentsProps {
  report: ConsumptionReport;
  drawn: readonly string[][];
  onDraw: (drawn: string[][]) => void;
  sort: string | undefined;
  onSort: (sort: string) => void;
}

function useDrawing({ report, drawn, onDraw }: SegmentsProps) {
  const keys = useMemo(() => drawn.map(keyOf), [drawn]);
  const draw = useCallback(
    (next: readonly string[]) => {
      if (next.length > MOST_SEGMENTS) {
        showToast({
          tone: "plain",
          title: "Four curves at most stand beside all requests",
          text: "Take one away to draw another.",
        });
      }
      const found = next.map((key) => report.segments.find(({ segment }) => keyOf(segment) === key));
      onDraw(found.flatMap((row) => (row === undefined ? [] : [row.segment])).slice(0, MOST_SEGMENTS));
    },
    [report, onDraw],
  );
  const toggle = useCallback(
    ({ segment }: GapRow) => {
      const key = keyOf(segment);
      draw(keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]);
    },
    [keys, draw],
  );
  return { keys, draw, toggle };
}

/** The gap of each segment; those chosen are drawn. */
export function Segments(props: SegmentsProps) {
  const { report, sort, onSort } = props;
  const { keys, draw, toggle } = useDrawing(props);
  const order = useMemo(() => readSort(sort), [sort]);
  const rows = useMemo(() => sorted(report.segments, order), [report, order]);
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const columns = useMemo(
    () => columnsOf({ by: report.by, drawn: keys, toggle, room }),
    [report, keys, toggle, room],
  );
  const entryAt = useCallback(
    (index: number): GridEntry<GapRow> | undefined => {
      const row = rows[index];
      return row === undefined ? undefined : { type: "row", id: keyOf(row.segment), row };
    },
    [rows],
  );
  const [widths, setWidths] = useState<Record<string, number>>({});
  const inSight = Math.min(ROWS_IN_SIGHT, rows.length);
  return (
    <div ref={frame} className={styles.grid} style={{ height: `calc(${(inSight + 1) * 2.25}rem + 4px)` }}>
      <VirtualGrid
        label="Segments"
        listKey={`${report.by.join(",")} ${sort ?? ""}`}
        columns={columns}
        count={rows.length}
        entryAt={entryAt}
        widths={widths}
        onWidths={setWidths}
        sort={order}
        onSort={(next) => onSort(writeSort(next))}
        selected={new Set(keys)}
        onSelect={(next) => {
          const kept = keys.filter((key) => next.has(key));
          draw([...kept, ...[...next].filter((key) => !keys.includes(key))]);
        }}
        onOpen={toggle}
      />
    </div>
  );
}
