import { ArrowDown, ArrowUp } from "lucide-react";
import { Button } from "react-aria-components";
import type { KpiTable } from "@/bindings/KpiTable";
import { Tooltip } from "@/components/Tooltip";
import { ROWS_WORDS } from "@/words/kpis";
import { useDefined, useStageNames } from "./queries";
import styles from "./Table.module.css";
import { groupsOf, type Order } from "./tables";

export interface TableHeadProps {
  table: KpiTable;
  order: Order | null;
  onSort: (column: number) => void;
}

interface SortHeadProps extends Omit<TableHeadProps, "table"> {
  title: string;
  /** What is said of it on hover and focus. */
  says?: string | undefined;
  column: number;
  /** It stands over two lines. */
  isTall?: boolean;
}

function SortHead({ title, says, column, isTall = false, order, onSort }: SortHeadProps) {
  const isBy = order?.column === column;
  const Arrow = order?.isDescending === true ? ArrowDown : ArrowUp;
  const sort = isBy ? (order.isDescending ? "descending" : "ascending") : "none";
  const button = (
    <Button className={styles.sort ?? ""} onPress={() => onSort(column)}>
      {isBy && <Arrow aria-hidden size={12} strokeWidth={2.25} />}
      {title}
    </Button>
  );
  return (
    <th
      scope="col"
      aria-sort={sort}
      className={column < 0 ? styles.first : styles.value}
      rowSpan={isTall ? 2 : 1}
    >
      {says === undefined ? button : <Tooltip text={says}>{button}</Tooltip>}
    </th>
  );
}

/** The heads of a table of figures; those told by stage stand together under the name of the figure. */
export function TableHead({ table, ...sorting }: TableHeadProps) {
  const told = useDefined();
  const stages = useStageNames();
  const groups = groupsOf(table.columns);
  const isTall = groups.some(({ isByStage }) => isByStage);
  const starts = groups.map((_, at) => groups.slice(0, at).reduce((sum, { span }) => sum + span, 0));
  const stageHeads = table.columns.flatMap(({ stageId }, column) =>
    stageId === undefined ? [] : [{ column, title: stages.get(stageId)?.name ?? "A stage that is gone" }],
  );
  return (
    <thead data-tall={(isTall && groups.at(-1)?.isByStage === false) || undefined}>
      <tr>
        <SortHead title={ROWS_WORDS[table.by]} column={-1} isTall={isTall} {...sorting} />
        {groups.map(({ id, span, isByStage }, at) => {
          const title = told.get(id)?.name ?? "";
          const column = starts[at] ?? 0;
          return isByStage ? (
            <th key={`${id} ${column}`} scope="colgroup" colSpan={span} className={styles.group}>
              <span className={styles.spanner}>{title}</span>
            </th>
          ) : (
            <SortHead
              key={`${id} ${column}`}
              title={title}
              says={told.get(id)?.definition}
              column={column}
              isTall={isTall}
              {...sorting}
            />
          );
        })}
      </tr>
      {isTall && (
        <tr>
          {stageHeads.map(({ column, title }) => (
            <SortHead key={column} title={title} column={column} {...sorting} />
          ))}
        </tr>
      )}
    </thead>
  );
}
