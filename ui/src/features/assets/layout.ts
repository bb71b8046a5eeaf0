// Which columns are shown, in which order and how wide: kept on this machine for each workspace.
import { useCallback, useState } from "react";
import { useSession } from "@/rpc/session";
import { COLUMN_TITLES, type ColumnId } from "./words";

export interface TableLayout {
  /** Every column, shown or not, in order. */
  order: readonly ColumnId[];
  hidden: readonly ColumnId[];
  widths: Readonly<Record<string, number>>;
}

const ALL = Object.keys(COLUMN_TITLES) as ColumnId[];

export const DEFAULT_LAYOUT: TableLayout = {
  order: [
    "title",
    "format",
    "status",
    "owner",
    "theme",
    "placements",
    "mark",
    "due",
    "published",
    "standing",
    "expires",
    "reviewed",
    "purpose",
    "language",
    "channels",
    "cost",
    "changed",
  ],
  hidden: ["expires", "reviewed", "purpose", "language", "channels", "cost", "changed"],
  widths: {},
};

function isColumn(id: unknown): id is ColumnId {
  return ALL.some((column) => column === id);
}

function columnsIn(value: unknown): ColumnId[] {
  return Array.isArray(value) ? [...new Set(value.filter(isColumn))] : [];
}

/** What was kept, with columns that have come since at the end. */
export function readLayout(kept: string | null): TableLayout {
  try {
    const read: unknown = JSON.parse(kept ?? "null");
    if (typeof read !== "object" || read === null) {
      return DEFAULT_LAYOUT;
    }
    const { order, hidden, widths } = read as Partial<Record<keyof TableLayout, unknown>>;
    const known = columnsIn(order);
    const sizes = Object.entries(typeof widths === "object" && widths !== null ? widths : {});
    return {
      order: [...known, ...DEFAULT_LAYOUT.order.filter((id) => !known.includes(id))],
      hidden: columnsIn(hidden).filter((id) => id !== "title"),
      widths: Object.fromEntries(
        sizes.filter((size): size is [string, number] => typeof size[1] === "number"),
      ),
    };
  } catch {
    return DEFAULT_LAYOUT;
  }
}

export interface KeptLayout {
  layout: TableLayout;
  change: (part: Partial<TableLayout>) => void;
  reset: () => void;
}

export function useTableLayout(): KeptLayout {
  const workspace = useSession()?.open?.workspace.id ?? "";
  const store = `throughline.assets.columns.${workspace}`;
  const [layout, setLayout] = useState(() => readLayout(localStorage.getItem(store)));
  const change = useCallback(
    (part: Partial<TableLayout>) =>
      setLayout((old) => {
        const next = { ...old, ...part };
        localStorage.setItem(store, JSON.stringify(next));
        return next;
      }),
    [store],
  );
  const reset = useCallback(() => change(DEFAULT_LAYOUT), [change]);
  return { layout, change, reset };
}
