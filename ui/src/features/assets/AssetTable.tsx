import { type ReactNode, useCallback, useMemo } from "react";
import type { AssetRow } from "@/bindings/AssetRow";
import type { ListAssets } from "@/bindings/ListAssets";
import { ContextMenu } from "@/components/ContextMenu";
import type { GridSort } from "@/components/grid/grid";
import { VirtualGrid } from "@/components/grid/VirtualGrid";
import type { MenuGroup } from "@/components/Menu";
import { Skeleton } from "@/components/Skeleton";
import { useIsReadOnly } from "@/rpc/session";
import { columnsOf } from "./columns";
import type { KeptLayout } from "./layout";
import { useFormatChoices, useToday } from "./queries";
import { saveCell } from "./saving";
import { isSortable, readSort, sortedBy, writeSort } from "./search";
import { type TableLines, useLines } from "./useLines";

export interface AssetTableProps {
  request: ListAssets;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  kept: KeptLayout;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onOpen: (id: string) => void;
  menuFor: (row: AssetRow) => readonly MenuGroup[];
  empty: ReactNode;
}

function useColumns({ layout }: KeptLayout, open: (id: string) => void) {
  const today = useToday();
  const formats = useFormatChoices();
  const isReadOnly = useIsReadOnly();
  const { order, hidden } = layout;
  return useMemo(() => {
    const shown = order.filter((id) => !hidden.includes(id));
    const save = (...edit: Parameters<typeof saveCell>) => void saveCell(...edit);
    return columnsOf(shown, { today, formats, isReadOnly, save, open });
  }, [order, hidden, today, formats, isReadOnly, open]);
}

// In rem: the bar with its distance from the edge.
const BULK_BAR = 4.5;

function rowUnder(target: HTMLElement, { entryAt }: TableLines): AssetRow | null {
  // From the keyboard the menu opens on the grid itself, whose active cell says which row is meant.
  const active = target.querySelector("[data-active]");
  const line = (active ?? target).closest<HTMLElement>("[data-index]")?.dataset.index;
  const entry = line === undefined ? undefined : entryAt(Number(line));
  return entry?.type === "row" ? entry.row : null;
}

export function AssetTable(props: AssetTableProps) {
  const { request, sort, onSort, kept, selected, onSelect, onOpen, menuFor, empty } = props;
  const lines = useLines(request);
  const columns = useColumns(kept, onOpen);
  const sorts = useMemo<GridSort[]>(
    () => readSort(sort).map(({ column, descending }) => ({ column, isDescending: descending === true })),
    [sort],
  );
  const sortBy = ({ column, isDescending }: GridSort, isAdding: boolean) => {
    if (isSortable(column)) {
      onSort(writeSort(sortedBy(readSort(sort), { column, descending: isDescending }, isAdding)));
    }
  };
  const open = useCallback(({ asset }: AssetRow) => onOpen(asset.id), [onOpen]);
  const { change, layout } = kept;
  const onWidths = useCallback((widths: Record<string, number>) => change({ widths }), [change]);
  if (lines.total === null) {
    return <Skeleton lines={12} />;
  }
  return (
    <ContextMenu
      label="Asset"
      groupsFor={(target) => {
        const row = rowUnder(target, lines);
        return row && menuFor(row);
      }}
    >
      <VirtualGrid
        label="Assets"
        listKey={JSON.stringify(request)}
        columns={columns}
        count={lines.count}
        rowTotal={lines.total}
        entryAt={lines.entryAt}
        onRange={lines.onRange}
        widths={layout.widths}
        onWidths={onWidths}
        sort={sorts}
        onSort={sortBy}
        selected={selected}
        onSelect={onSelect}
        idsIn={lines.idsIn}
        allIds={lines.allIds}
        footRoom={selected.size > 0 ? BULK_BAR : 0}
        onOpen={open}
        onToggleGroup={lines.toggle}
        empty={empty}
      />
    </ContextMenu>
  );
}
