import type { KpiUnit } from "@/bindings/KpiUnit";
import type { Measure } from "@/bindings/Measure";
import { partsOf, sayAmount } from "@/words/kpis";
import styles from "./Kpi.module.css";

export interface AmountProps {
  of: Measure;
  unit: KpiUnit;
  currency: string;
}

/** A figure in large type with its unit; "no data" and what is of too few stand quietly. */
export function Amount({ of: { value, tooFew }, unit, currency }: AmountProps) {
  if (value === null) {
    return <span className={styles.none}>no data</span>;
  }
  const { number, unit: word } = partsOf(value, unit, currency, true);
  return (
    <span className={styles.number} data-quiet={tooFew || undefined} title={sayAmount(value, unit, currency)}>
      {number}
      {word !== "" && <span className={styles.unit}> {word}</span>}
    </span>
  );
}
