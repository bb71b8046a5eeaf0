import type { Sensitivity as Values } from "@/bindings/Sensitivity";
import type { Terms } from "@/bindings/Terms";
import { Card } from "@/components/Card";
import { LOCALE } from "@/locale";
import { sayAmount } from "@/words/kpis";
import styles from "./Return.module.css";
import table from "./Table.module.css";

export interface SensitivityProps {
  of: Values | null;
  terms: Terms | null;
  currency: string;
}

const percent = (rate: number) => rate.toLocaleString(LOCALE, { style: "percent", maximumFractionDigits: 1 });

const isSame = (one: number, other: number | undefined) =>
  other !== undefined && Math.abs(one - other) < 1e-6;

function Grid({ of, terms, currency, title }: SensitivityProps & { of: Values; title: string }) {
  return (
    <table className={table.table} aria-label={title}>
      <thead>
        <tr>
          <th scope="col" className={table.first} rowSpan={2}>
            Retention a year
          </th>
          <th scope="colgroup" className={table.group} colSpan={of.discounts.length}>
            <span className={table.spanner}>Discount a year</span>
          </th>
        </tr>
        <tr>
          {of.discounts.map((discount) => (
            <th key={discount} scope="col" className={table.value}>
              {percent(discount)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.retentions.map((retention, row) => (
          <tr key={retention}>
            <th scope="row" className={table.first}>
              {percent(retention)}
            </th>
            {of.discounts.map((discount, column) => {
              const isNow = isSame(retention, terms?.retention) && isSame(discount, terms?.discount);
              return (
                <td
                  key={discount}
                  className={isNow ? `${table.value} ${table.mark}` : table.value}
                  aria-current={isNow || undefined}
                >
                  {sayAmount(of.values[row]?.[column] ?? null, "money", currency)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The net present value of a customer at rates around those that are said. */
export function Sensitivity(props: SensitivityProps) {
  const { of, terms } = props;
  const title = "Net present value at other rates";
  return (
    <Card title={title} isFlush>
      {of === null ? (
        <p className={styles.nothing}>
          {terms === null
            ? "Say margin, retention, discount and years, and it is told here how much hangs on them."
            : "No data: it takes a cost and a deal won in the period."}
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
        <section className={table.scroll} aria-label={title} tabIndex={0}>
          <Grid {...props} of={of} title={title} />
        </section>
      )}
    </Card>
  );
}
