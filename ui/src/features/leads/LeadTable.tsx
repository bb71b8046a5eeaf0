import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { LeadList } from "@/bindings/LeadList";
import type { LeadQuery } from "@/bindings/LeadQuery";
import type { LeadRow } from "@/bindings/LeadRow";
import type { GridEntry, GridSort } from "@/components/grid/grid";
import { VirtualGrid } from "@/components/grid/VirtualGrid";
import { Skeleton } from "@/components/Skeleton";
import type { RowWindow } from "@/rpc/useWindow";
import { columnsOf } from "./columns";
import { useClock, usePersonaNames, useStageNames } from "./queries";
import { writeSort } from "./search";

export interface LeadTableProps {
  query: LeadQuery;
  rows: RowWindow<LeadRow, LeadList>;
  sort: GridSort;
  onSort: (sort: string | undefined) => void;
  empty: ReactNode;
}

const NO_WIDTHS: Readonly<Record<string, number>> = {};

/** The leads, of which there may be millions: only those in sight are read. */
export function LeadTable({ query, rows, sort, onSort, empty }: LeadTableProps) {
  const { total, rowAt, onRange } = rows;
  const [widths, setWidths] = useState(NO_WIDTHS);
  const navigate = useNavigate();
  const clock = useClock();
  const personas = usePersonaNames();
  const stages = useStageNames();
  const differ = query.stagesDiffer === true;
  const columns = useMemo(
    () => columnsOf({ clock, personas, stages, differ }),
    [clock, personas, stages, differ],
  );
  const entryAt = useCallback(
    (index: number): GridEntry<LeadRow> | undefined => {
      const row = rowAt(index);
      return row && { type: "row", id: String(row.key), row };
    },
    [rowAt],
  );
  const open = useCallback(
    ({ key }: LeadRow) => void navigate({ to: "/leads/$key", params: { key: String(key) } }),
    [navigate],
  );
  if (total === null) {
    return <Skeleton lines={12} />;
  }
  return (
    <VirtualGrid
      label="Leads"
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
