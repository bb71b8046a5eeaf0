import type { DealPage } from "@/bindings/DealPage";
import type { DealVisit } from "@/bindings/DealVisit";
import { Card } from "@/components/Card";
import type { Clock } from "@/words/clock";
import { MOVE_WORDS, OUTCOME_WORDS, sayWholeDays } from "@/words/deals";
import { useStageNames } from "./queries";
import styles from "./Side.module.css";

function sayStay({ inferred, days, exit }: DealVisit): string {
  if (inferred) {
    return "passed, without a record of its own";
  }
  const lasted = days === null ? "not known how long" : sayWholeDays(days);
  return `${lasted}, ${MOVE_WORDS[exit]}`;
}

/** The way of a deal through the stages, the earliest first. */
export function Course({ page: { course, deal }, clock }: { page: DealPage; clock: Clock }) {
  const names = useStageNames();
  return (
    <Card title="Its way so far">
      {course.length === 0 ? (
        <p className={styles.quiet}>No file tells at which stages it was.</p>
      ) : (
        <ol className={styles.course} aria-label="Its way so far">
          {course.map((visit, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: stays have no names, and stay where they are
            <li key={at} className={styles.visit} data-here={visit.exit === "here" || undefined}>
              <span className={styles.stage}>{names.get(visit.stageId)}</span>
              <span className={styles.day}>{clock.day(visit.entered)}</span>
              <span className={styles.behind}>{sayStay(visit)}</span>
            </li>
          ))}
          {deal.outcome !== "open" && (
            <li className={styles.visit} data-here>
              <span className={styles.stage}>{OUTCOME_WORDS[deal.outcome]}</span>
              <span className={styles.day}>{deal.closed !== null && clock.day(deal.closed)}</span>
              <span className={styles.behind}>{deal.reason}</span>
            </li>
          )}
        </ol>
      )}
    </Card>
  );
}
