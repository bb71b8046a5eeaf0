import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { DealList } from "@/bindings/DealList";
import type { DealQuery } from "@/bindings/DealQuery";
import type { DealRow } from "@/bindings/DealRow";
import type { GridEntry, GridSort } from "@/components/grid/grid";
import { VirtualGrid } from "@/components/grid/VirtualGrid";
import { Skeleton } from "@/components/Skeleton";
import type { RowWindow } from "@/rpc/useWindow";
import { columnsOf } from "./columns";
import { useByWeight, useClock, useStageNames } from "./queries";
import { writeSort } from "./search";

export interface DealTableProps {
  query: DealQuery;
  rows: RowWindow<DealRow, DealList>;
  sort: GridSort;
  onSort: (sort: string | undefined) => void;
  empty: ReactNode;
}

const NO_WIDTHS: Readonly<Record<string, number>> = {};

/** The deals as a table: only those in sight are read. */
export function DealTable({ query, rows, sort, onSort, empty }: DealTableProps) {
  const { total, rowAt, onRange } = rows;
  const [widths, setWidths] = useState(NO_WIDTHS);
  const navigate = useNavigate();
  const clock = useClock();
  const personas = useByWeight();
  const stages = useStageNames();
  const isMixed = query.outcome === undefined;
  const columns = useMemo(
    () => columnsOf({ clock, personas, stages, isMixed }),
    [clock, personas, stages, isMixed],
  );
  const entryAt = useCallback(
    (index: number): GridEntry<DealRow> | undefined => {
      const row = rowAt(index);
      return row && { type: "row", id: String(row.key), row };
    },
    [rowAt],
  );
  const open = useCallback(
    ({ key }: DealRow) =>
      void navigate({
        to: "/deals/$key",
        params: { key: String(key) },
        search: (old: object) => old as never,
      }),
    [navigate],
  );
  if (total === null) {
    return <Skeleton lines={12} />;
  }
  return (
    <VirtualGrid
      label="Deals"
      listKey={JSON.stringify(query)}
      columns={columns}
      count={total}
      entryAt={entryAt}
      onRange={onRange}
      widths={widths}
      onWidths={setWidths}
      sort={sort}
      onSort={(next) => onSort(writeSort(next))}
      onOpen={open}
      empty={empty}
    />
  );
}
