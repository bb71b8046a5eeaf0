// Tables of figures: how their heads are grouped, and how their rows are sorted.
import type { KpiColumn } from "@/bindings/KpiColumn";
import type { KpiId } from "@/bindings/KpiId";
import type { KpiRow } from "@/bindings/KpiRow";

/** Columns of one figure that stand side by side. */
export interface HeadGroup {
  id: KpiId;
  /** How many. */
  span: number;
  /** Told stage by stage: a second line of heads names the stages. */
  isByStage: boolean;
}

export function groupsOf(columns: readonly KpiColumn[]): readonly HeadGroup[] {
  const groups: HeadGroup[] = [];
  for (const { id, stageId } of columns) {
    const last = groups.at(-1);
    const isByStage = stageId !== undefined;
    if (last !== undefined && isByStage && last.isByStage && last.id === id) {
      last.span += 1;
    } else {
      groups.push({ id, span: 1, isByStage });
    }
  }
  return groups;
}

/** By a column, or by name (-1); null is as core gives them. */
export interface Order {
  column: number;
  isDescending: boolean;
}

/** The next order when a head is pressed: figures begin with the largest, names with A. */
export function nextOrder(order: Order | null, column: number): Order {
  const isSame = order?.column === column;
  return { column, isDescending: isSame ? !order.isDescending : column >= 0 };
}

/** Rows in an order; what is not known comes last either way. */
export function sorted(rows: readonly KpiRow[], order: Order | null): readonly KpiRow[] {
  if (order === null) {
    return rows;
  }
  const way = order.isDescending ? -1 : 1;
  if (order.column < 0) {
    return rows.toSorted((a, b) => way * a.name.localeCompare(b.name));
  }
  const figure = (row: KpiRow) => row.values[order.column]?.value ?? null;
  return rows.toSorted((a, b) => {
    const [one, other] = [figure(a), figure(b)];
    if (one === null || other === null) {
      return (one === null ? 1 : 0) - (other === null ? 1 : 0);
    }
    return way * (one - other);
  });
}

/** By how much a figure grew; null where either is not known, or it was 0. */
export function growthOf(now: number | null, before: number | null): number | null {
  return now === null || before === null || before === 0 ? null : now / before - 1;
}
