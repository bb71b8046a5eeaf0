import type { KpiCosts } from "@/bindings/KpiCosts";
import type { ReturnInputs as Inputs } from "@/bindings/ReturnInputs";
import { Card } from "@/components/Card";
import { LOCALE } from "@/locale";
import { sayAmount } from "@/words/kpis";
import styles from "./Return.module.css";
import { Sensitivity } from "./Sensitivity";
import { TermsForm } from "./TermsForm";

interface LineProps {
  label: string;
  value: string;
  isSum?: boolean;
}

function Line({ label, value, isSum = false }: LineProps) {
  return (
    <div className={styles.line} data-sum={isSum || undefined}>
      <dt>{label}</dt>
      <dd data-quiet={value === "no data" || undefined}>{value}</dd>
    </div>
  );
}

/** What is known of them; null where nothing is, which is not 0. */
function sumOf(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
}

function Costs({ costs, currency }: { costs: KpiCosts; currency: string }) {
  const parts = [
    { label: "Channels", cost: costs.channels },
    { label: "Programmes", cost: costs.programmes },
    { label: "Making content", cost: costs.production },
  ];
  const said = (minor: number | null) => sayAmount(minor, "money", currency);
  const leftOut = parts.reduce((sum, { cost }) => sum + cost.leftOut, 0);
  return (
    <>
      <dl className={styles.lines}>
        {parts.map(({ label, cost }) => (
          <Line key={label} label={label} value={said(cost.amount)} />
        ))}
        <Line label="Marketing cost" value={said(sumOf(parts.map(({ cost }) => cost.amount)))} isSum />
      </dl>
      {leftOut > 0 && (
        <p className={styles.note}>
          {leftOut.toLocaleString(LOCALE)} left out: their currency has no rate. Rates are set in Settings.
        </p>
      )}
    </>
  );
}

export interface ReturnInputsProps {
  inputs: Inputs;
  currency: string;
}

/** What return is worked out with: rates that somebody says, and what the files know. */
export function ReturnInputs({ inputs, currency }: ReturnInputsProps) {
  const { terms, revenue, customers, costs, sensitivity } = inputs;
  return (
    <div className={styles.pair}>
      <Card title="What it is worked out with">
        <div className={styles.inputs}>
          <TermsForm terms={terms} />
          <Costs costs={costs} currency={currency} />
          <dl className={styles.lines}>
            <Line label="Closed revenue" value={sayAmount(revenue, "money", currency)} />
            <Line label="Customers won" value={customers.toLocaleString(LOCALE)} />
          </dl>
        </div>
      </Card>
      <Sensitivity of={sensitivity} terms={terms} currency={currency} />
    </div>
  );
}
