import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Definition } from "@/bindings/Definition";
import type { KpiRow } from "@/bindings/KpiRow";
import type { KpiTable } from "@/bindings/KpiTable";
import type { Measure } from "@/bindings/Measure";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { LOCALE } from "@/locale";
import { Growth } from "@/parts/kpi/Growth";
import { ROWS_WORDS, sayAmount } from "@/words/kpis";
import { useDefined, useStageNames } from "./queries";
import { type Rows, rowsBehind, type Shown } from "./rowsBehind";
import styles from "./Table.module.css";
import { TableHead } from "./TableHead";
import { growthOf, nextOrder, type Order, sorted } from "./tables";

/** More rows are for whoever asks. */
const FIRST = 12;

export interface KpiTableCardProps {
  table: KpiTable;
  currency: string;
  shown: Shown;
}

interface CellProps {
  measure: Measure;
  before: number | null;
  told: Definition;
  currency: string;
  behind: Rows | undefined;
}

/** A figure with what it was before, which opens its rows where they are somewhere. */
function Cell({ measure, before, told, currency, behind }: CellProps) {
  const said = sayAmount(measure.value, told.unit, currency);
  const isFew = measure.tooFew && measure.value !== null;
  return (
    <td className={styles.value}>
      <span className={styles.figure} data-quiet={measure.value === null || isFew || undefined}>
        {behind === undefined ? (
          said
        ) : (
          <Link
            to={behind.to as "/leads"}
            search={behind.search as never}
            className={styles.link}
            title={behind.label}
          >
            {said}
          </Link>
        )}
      </span>
      <span className={styles.note}>
        {isFew ? (
          `too few (${measure.n.toLocaleString(LOCALE)})`
        ) : (
          <Growth growth={growthOf(measure.value, before)} sense={told.sense} />
        )}
      </span>
    </td>
  );
}

/** A row; the first of its figures that has rows behind it opens them. */
function Row({ table: { by, columns }, row, currency, shown }: KpiTableCardProps & { row: KpiRow }) {
  const told = useDefined();
  const stages = useStageNames();
  const stage = row.stageId === undefined ? undefined : stages.get(row.stageId);
  const behind = columns.map(({ id }, at) =>
    row.values[at]?.value ? rowsBehind(id, shown, { by, name: row.name, stage }) : undefined,
  );
  const opener = behind.findIndex((one) => one !== undefined);
  return (
    <tr>
      <th scope="row" className={styles.first} data-unknown={row.name === "" || undefined}>
        {row.name === "" ? "Unknown" : row.name}
      </th>
      {columns.map(({ id, stageId }, at) => {
        const [definition, measure] = [told.get(id), row.values[at]];
        return (
          definition !== undefined &&
          measure !== undefined && (
            <Cell
              key={`${id} ${stageId}`}
              measure={measure}
              before={row.before[at] ?? null}
              told={definition}
              currency={currency}
              behind={at === opener ? behind[at] : undefined}
            />
          )
        );
      })}
    </tr>
  );
}

/** Figures by channel, content, campaign, stage or what else they are told apart by. */
export function KpiTableCard(props: KpiTableCardProps) {
  const { table } = props;
  const [order, setOrder] = useState<Order | null>(null);
  const [isAll, setAll] = useState(false);
  const rows = sorted(table.rows, order);
  const first = isAll ? rows : rows.slice(0, FIRST);
  const title = `By ${ROWS_WORDS[table.by].toLowerCase()}`;
  return (
    <Card title={title} isFlush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className={styles.scroll} aria-label={title} tabIndex={0}>
        <table className={styles.table} aria-label={title}>
          <TableHead
            table={table}
            order={order}
            onSort={(column) => setOrder((now) => nextOrder(now, column))}
          />
          <tbody>
            {first.map((row) => (
              <Row key={row.stageId ?? row.name} {...props} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      <More table={table} isCut={first.length < rows.length} onAll={() => setAll(true)} />
    </Card>
  );
}

interface MoreProps {
  table: KpiTable;
  isCut: boolean;
  onAll: () => void;
}

function More({ table: { rows, more }, isCut, onAll }: MoreProps) {
  if (!isCut && more === 0) {
    return null;
  }
  return (
    <div className={styles.more}>
      {isCut && (
        <Button look="quiet" onPress={onAll}>
          Show all {rows.length.toLocaleString(LOCALE)}
        </Button>
      )}
      {more > 0 && (
        <span>{more.toLocaleString(LOCALE)} smaller ones are not listed: save the table to see them.</span>
      )}
    </div>
  );
}
