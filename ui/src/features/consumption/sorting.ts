// Segments in the order of a column. What has no number comes last, whichever way.
import type { GapRow } from "@/bindings/GapRow";
import type { Quantile } from "@/bindings/Quantile";
import type { GridSort } from "@/components/grid/grid";

type Value = number | string | null;

/** Not reached is longer than anything that is. */
const hoursOf = (quantile: Quantile): number | null =>
  quantile.kind === "reached" ? quantile.hours : quantile.kind === "notReached" ? Number.MAX_VALUE : null;

const NUMBERS: Readonly<Record<string, (row: GapRow) => Value>> = {
  n: ({ n }) => n,
  opened: ({ openedShare }) => openedShare,
  within24h: ({ within24h }) => within24h,
  mean: ({ meanHours }) => meanHours,
  median: ({ medianHours }) => hoursOf(medianHours),
  p90: ({ p90Hours }) => hoursOf(p90Hours),
  wait: ({ recommendedWaitHours }) => recommendedWaitHours,
};

const nameAt = (column: string) => (/^part\d$/.test(column) ? Number(column.slice(4)) : null);

function valueIn(column: string, row: GapRow): Value {
  const at = nameAt(column);
  return at === null ? (NUMBERS[column]?.(row) ?? null) : row.segment[at] || null;
}

function compare(one: Value, other: Value): number {
  return typeof one === "string" && typeof other === "string"
    ? one.localeCompare(other)
    : Number(one) - Number(other);
}

/** "-n" is by requests, the most first, which is how it is unless it says otherwise. */
export function readSort(sort: string | undefined): GridSort {
  const column = (sort ?? "").replace(/^-/, "");
  const isKnown = column in NUMBERS || nameAt(column) !== null;
  return isKnown
    ? { column, isDescending: sort?.startsWith("-") === true }
    : { column: "n", isDescending: true };
}

export const writeSort = ({ column, isDescending }: GridSort) => `${isDescending ? "-" : ""}${column}`;

export function sorted(rows: readonly GapRow[], { column, isDescending }: GridSort): GapRow[] {
  return rows.toSorted((a, b) => {
    const [one, other] = [valueIn(column, a), valueIn(column, b)];
    if (one === null || other === null) {
      return Number(one === null) - Number(other === null);
    }
    const by = compare(one, other);
    return by === 0 ? b.n - a.n : isDescending ? -by : by;
  });
}
