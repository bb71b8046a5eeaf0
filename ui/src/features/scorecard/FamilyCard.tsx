import { Link } from "@tanstack/react-router";
import type { Definition } from "@/bindings/Definition";
import type { KpiFamily } from "@/bindings/KpiFamily";
import type { KpiValue } from "@/bindings/KpiValue";
import { Sparkline } from "@/charts/Sparkline";
import { LOCALE } from "@/locale";
import { Amount } from "@/parts/kpi/Amount";
import { Growth } from "@/parts/kpi/Growth";
import type { PeriodSearch } from "@/parts/period/periodSearch";
import { FAMILY_WORDS, sayAmount, targetOf } from "@/words/kpis";
import styles from "./Scorecard.module.css";

interface FigureProps {
  value: KpiValue;
  told: Definition;
  currency: string;
  period: PeriodSearch;
}

/** "€1.1M before", or how far it is to the target. */
function Against({ value: { now, before, target }, told, currency }: FigureProps) {
  if (target !== null) {
    const { lead, isMet } = targetOf(now.value, target, told.sense);
    return (
      <span className={styles.against} data-met={isMet || undefined}>
        {lead} {sayAmount(target, told.unit, currency, true)}
      </span>
    );
  }
  return (
    <span className={styles.against}>
      {before.value === null
        ? "no data before"
        : `${sayAmount(before.value, told.unit, currency, true)} before`}
    </span>
  );
}

function Figure(props: FigureProps) {
  const { value, told, currency, period } = props;
  const { now, growth, series } = value;
  const search = {
    ...period,
    ...(told.family !== "engagement" && { family: told.family }),
    kpi: value.id,
  };
  return (
    <li className={styles.figure}>
      <span className={styles.about}>
        <Link to="/kpis" search={search as never} className={styles.name} title={told.definition}>
          {told.name}
        </Link>
        <Against {...props} />
      </span>
      <Sparkline values={series.map((point) => point.value)} />
      <span className={styles.value}>
        <span className={styles.number}>
          <Amount of={now} unit={told.unit} currency={currency} />
        </span>
        <span className={styles.change}>
          {now.tooFew && now.value !== null ? (
            `too few (${now.n.toLocaleString(LOCALE)})`
          ) : (
            <Growth growth={growth} sense={told.sense} />
          )}
        </span>
      </span>
    </li>
  );
}

export interface FamilyCardProps {
  family: KpiFamily;
  values: readonly KpiValue[];
  told: ReadonlyMap<string, Definition>;
  currency: string;
  period: PeriodSearch;
}

/** The figures that lead a family; each opens its page. */
export function FamilyCard({ family, values, told, currency, period }: FamilyCardProps) {
  return (
    <section className={styles.card} aria-label={FAMILY_WORDS[family]}>
      <h2 className={styles.title}>{FAMILY_WORDS[family]}</h2>
      <ul>
        {values.map((value) => {
          const definition = told.get(value.id);
          return (
            definition?.family === family && (
              <Figure key={value.id} value={value} told={definition} currency={currency} period={period} />
            )
          );
        })}
      </ul>
    </section>
  );
}
