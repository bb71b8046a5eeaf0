import type { Agreement } from "@/bindings/Agreement";
import type { Promised } from "@/bindings/Promised";
import type { SlaMonth } from "@/bindings/SlaMonth";
import { Card } from "@/components/Card";
import { useCurrency } from "@/rpc/session";
import { barOf, SIDES, type Side, sayFact, sayOf, sayPromise, standingOf } from "@/words/sla";
import styles from "./Sla.module.css";
import { StandingMark } from "./StandingMark";

const TITLES: Readonly<Record<Side, string>> = {
  marketing: "Marketing promises",
  sales: "Sales promises",
};

const percent = (share: number) => `${Math.min(1, share) * 100}%`;

/** The fact as a length, with a mark where the promise is. */
function Bar({ promised }: { promised: Promised }) {
  const { fact, promised: mark } = barOf(promised);
  return (
    <span className={styles.bar} aria-hidden>
      <span
        className={styles.fill}
        data-standing={standingOf(promised)}
        style={{ inlineSize: percent(fact) }}
      />
      <span className={styles.mark} style={{ insetInlineStart: percent(mark) }} />
    </span>
  );
}

function Line({ promised, agreed }: { promised: Promised; agreed: Agreement }) {
  const currency = useCurrency();
  return (
    <li className={styles.line}>
      <span className={styles.head}>
        <span className={styles.words}>{sayPromise(promised, agreed, currency)}</span>
        <StandingMark standing={standingOf(promised)} />
      </span>
      <Bar promised={promised} />
      <span className={styles.fact}>
        {promised.fact !== null && <strong>{sayFact(promised, currency)}</strong>} {sayOf(promised)}
      </span>
    </li>
  );
}

export interface PromisesProps {
  side: Side;
  month: SlaMonth;
  agreed: Agreement;
}

/** What a side promised for a month, and what became of it. */
export function Promises({ side, month, agreed }: PromisesProps) {
  const of = (kinds: readonly Promised["kind"][]) =>
    month.promises.filter(({ kind }) => kinds.includes(kind));
  const [promises, quota] = [of(SIDES[side].promises), of(SIDES[side].quota)];
  return (
    <Card title={TITLES[side]}>
      {promises.length === 0 ? (
        <p className={styles.quiet}>Nothing but its quota, if there is one.</p>
      ) : (
        <ul className={styles.lines} aria-label={TITLES[side]}>
          {promises.map((promised) => (
            <Line key={promised.kind} promised={promised} agreed={agreed} />
          ))}
        </ul>
      )}
      {quota.length > 0 && (
        <>
          <h3 className={styles.sub}>Quota</h3>
          <ul className={styles.lines} aria-label={`Quota of ${side}`}>
            {quota.map((promised) => (
              <Line key={promised.kind} promised={promised} agreed={agreed} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
