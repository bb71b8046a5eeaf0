import { useState } from "react";
import { Button } from "react-aria-components";
import type { Attributed } from "@/bindings/Attributed";
import type { RevenueDimension } from "@/bindings/RevenueDimension";
import { Button as MoreButton } from "@/components/Button";
import { Card } from "@/components/Card";
import { KeepsWorking } from "@/components/KeepsWorking";
import { SegmentedControl } from "@/components/SegmentedControl";
import { Tooltip } from "@/components/Tooltip";
import { LOCALE } from "@/locale";
import { DIMENSION_WORDS, DIMENSIONS, MODEL_WORDS, sayAmount } from "@/words/kpis";
import styles from "./Table.module.css";

/** More rows are for whoever asks. */
const FIRST = 12;

const SEGMENTS = DIMENSIONS.map((id) => ({ id, label: DIMENSION_WORDS[id] }));

export interface AttributionCardProps {
  due: Attributed;
  currency: string;
  onBy: (by: RevenueDimension) => void;
}

interface LineProps {
  name: string;
  deals: number | null;
  amounts: readonly number[];
  due: Attributed;
  currency: string;
}

function Line({ name, deals, amounts, due, currency }: LineProps) {
  return (
    <tr>
      <th scope="row" className={styles.first} data-unknown={name === "" || undefined}>
        {name === "" ? "Unknown" : name}
      </th>
      <td className={styles.value}>{deals?.toLocaleString(LOCALE)}</td>
      {due.models.map((model, at) => (
        <td key={model} className={styles.value}>
          {sayAmount(amounts[at] ?? null, "money", currency)}
        </td>
      ))}
    </tr>
  );
}

function Heads({ due }: { due: Attributed }) {
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.first}>
          <span className={styles.plain}>{DIMENSION_WORDS[due.by]}</span>
        </th>
        <th scope="col" className={styles.value}>
          <span className={styles.plain}>Deals</span>
        </th>
        {due.models.map((model) => (
          <th key={model} scope="col" className={styles.value}>
            <Tooltip text={MODEL_WORDS[model].says}>
              <Button className={styles.plain ?? ""}>{MODEL_WORDS[model].label}</Button>
            </Tooltip>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** What closed revenue is due to, under each model side by side. */
export function AttributionCard({ due, currency, onBy }: AttributionCardProps) {
  const [isAll, setAll] = useState(false);
  const rows = isAll ? due.rows : due.rows.slice(0, FIRST);
  const same = (amount: number) => due.models.map(() => amount);
  const title = "What closed revenue is due to";
  return (
    <Card
      title={title}
      actions={
        <KeepsWorking>
          <SegmentedControl label="Revenue by" segments={SEGMENTS} value={due.by} onChange={onBy} />
        </KeepsWorking>
      }
      isFlush
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className={styles.scroll} aria-label={title} tabIndex={0}>
        <table className={styles.table} aria-label={title}>
          <Heads due={due} />
          <tbody>
            {rows.map((row) => (
              <Line key={row.name} {...row} due={due} currency={currency} />
            ))}
          </tbody>
          <tfoot>
            <Line
              name="Unattributed"
              deals={null}
              amounts={same(due.unattributed)}
              due={due}
              currency={currency}
            />
            <Line name="All" deals={null} amounts={same(due.revenue)} due={due} currency={currency} />
          </tfoot>
        </table>
      </section>
      {rows.length < due.rows.length && (
        <div className={styles.more}>
          <MoreButton look="quiet" onPress={() => setAll(true)}>
            Show all {due.rows.length.toLocaleString(LOCALE)}
          </MoreButton>
        </div>
      )}
    </Card>
  );
}
