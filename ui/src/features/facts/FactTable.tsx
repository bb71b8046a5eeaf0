import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { FactRow } from "@/bindings/FactRow";
import type { GridEntry } from "@/components/grid/grid";
import { VirtualGrid } from "@/components/grid/VirtualGrid";
import { Skeleton } from "@/components/Skeleton";
import { useStages } from "@/rpc/lists";
import { useClock } from "@/rpc/useClock";
import { SUBJECT_WORDS } from "@/words/subjects";
import { columnsOf } from "./columns";
import type { FactWindow } from "./queries";
import type { Tabled } from "./search";

export interface FactTableProps {
  subject: Tabled;
  /** Names what the rows are narrowed to. */
  text: string | undefined;
  rows: FactWindow;
  empty: ReactNode;
}

const NO_WIDTHS: Readonly<Record<string, number>> = {};

/** Rows about one subject, of which there may be very many: only those in sight are read. */
export function FactTable({ subject, text = "", rows, empty }: FactTableProps) {
  const { total, head, rowAt, onRange } = rows;
  const [widths, setWidths] = useState(NO_WIDTHS);
  const clock = useClock();
  const said = head?.fields.join() ?? "";
  const stages = useStages();
  const columns = useMemo(
    () => columnsOf(subject, said.split(","), { clock, stages }),
    [subject, said, clock, stages],
  );
  const entryAt = useCallback(
    (index: number): GridEntry<FactRow> | undefined => {
      const row = rowAt(index);
      return row && { type: "row", id: String(row.key), row };
    },
    [rowAt],
  );
  if (total === null) {
    return <Skeleton lines={12} />;
  }
  return (
    <VirtualGrid
      label={SUBJECT_WORDS[subject].title}
      listKey={`${subject} ${text}`}
      columns={columns}
      count={total}
      entryAt={entryAt}
      onRange={onRange}
      widths={widths}
      onWidths={setWidths}
      empty={empty}
    />
  );
}
