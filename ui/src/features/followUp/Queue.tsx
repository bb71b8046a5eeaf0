import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, type Ref, useCallback, useMemo, useState } from "react";
import type { FollowUpPage } from "@/bindings/FollowUpPage";
import type { FollowUpQuery } from "@/bindings/FollowUpQuery";
import type { FollowUpRow } from "@/bindings/FollowUpRow";
import type { GridControl, GridEntry } from "@/components/grid/grid";
import { VirtualGrid } from "@/components/grid/VirtualGrid";
import { useFieldsAreReadOnly } from "@/components/readOnly";
import type { Answering } from "@/parts/handoff/answering";
import { useMoment } from "@/parts/handoff/queries";
import type { RowWindow } from "@/rpc/useWindow";
import { LIST_WORDS } from "@/words/followUp";
import { columnsOf } from "./columns";
import { useNames } from "./queries";
import { FIRST_LIST, type FollowUpSearch } from "./search";

export interface QueueProps {
  search: FollowUpSearch;
  query: FollowUpQuery;
  rows: RowWindow<FollowUpRow, FollowUpPage>;
  page: FollowUpPage;
  answering: Answering;
  control: Ref<GridControl>;
  onRow: (row: FollowUpRow | undefined) => void;
  empty: ReactNode;
}

const NO_WIDTHS: Readonly<Record<string, number>> = {};
const ROW_HEIGHT = 3.75;

/** A part of the queue; only the rows in sight are read. */
export function Queue({ search, query, rows, page, answering, control, onRow, empty }: QueueProps) {
  const { total, rowAt, onRange } = rows;
  const [widths, setWidths] = useState(NO_WIDTHS);
  const navigate = useNavigate();
  const now = useMoment(page);
  const names = useNames();
  const mayEdit = !useFieldsAreReadOnly();
  const list = query.list ?? FIRST_LIST;
  const { accept, turnBack, tell } = answering;
  const columns = useMemo(
    () => columnsOf({ list, search, now, ...names, answering: { accept, turnBack, tell }, mayEdit }),
    [list, search, now, names, accept, turnBack, tell, mayEdit],
  );
  const entryAt = useCallback(
    (index: number): GridEntry<FollowUpRow> | undefined => {
      const row = rowAt(index);
      return row && { type: "row", id: String(row.key), row };
    },
    [rowAt],
  );
  const open = useCallback(
    ({ key }: FollowUpRow) => void navigate({ to: "/follow-up/$key", params: { key: String(key) }, search }),
    [navigate, search],
  );
  return (
    <VirtualGrid
      label={LIST_WORDS[list]}
      listKey={JSON.stringify(query)}
      columns={columns}
      count={total ?? 0}
      entryAt={entryAt}
      onRange={onRange}
      widths={widths}
      onWidths={setWidths}
      rowHeight={ROW_HEIGHT}
      onOpen={open}
      onRow={onRow}
      control={control}
      empty={empty}
    />
  );
}
