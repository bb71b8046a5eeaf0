import type { ProgrammeRow } from "@/bindings/ProgrammeRow";
import { sayRoundMoney } from "@/words/money";
import { sayUncounted } from "@/words/sums";
import styles from "./Programmes.module.css";

/** What was spent of the budget, with its bar; what could not be counted is said. */
export function Spending({ row: { programme, budget, cost } }: { row: ProgrammeRow }) {
  const uncounted = sayUncounted({ ...cost, unknown: 0 });
  if (budget.total === null && cost.total === null) {
    return <p className={styles.quiet}>{uncounted ?? "No budget yet"}</p>;
  }
  const spent = cost.total?.minor ?? 0;
  const whole = budget.total?.minor ?? 0;
  const share = whole === 0 ? 0 : Math.min(1, spent / whole);
  const said = cost.total === null ? "Nothing spent yet" : `${sayRoundMoney(cost.total)} spent`;
  const of = budget.total === null ? "no budget" : `of ${sayRoundMoney(budget.total)}`;
  return (
    <div className={styles.spending}>
      <span className={styles.amounts}>
        <strong>{said}</strong> {of}
      </span>
      {budget.total !== null && (
        <span
          className={styles.track}
          role="img"
          aria-label={`Spent of the budget of ${programme.name}: ${Math.round(share * 100)}%`}
        >
          <span
            className={styles.bar}
            data-over={spent > whole || undefined}
            style={{ width: `${share * 100}%` }}
          />
        </span>
      )}
      {uncounted !== null && <span className={styles.quiet}>{uncounted}</span>}
    </div>
  );
}
