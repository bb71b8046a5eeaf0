import type { AdvocateMark } from "@/bindings/AdvocateMark";
import { Card } from "@/components/Card";
import type { Clock } from "../clock";
import styles from "../Leads.module.css";

/** That a lead speaks for us, how, and who says so. */
export function Speaks({ mark, clock }: { mark: AdvocateMark; clock: Clock }) {
  const { note, markedAt, by } = mark;
  return (
    <Card title="Speaks for us" aside={`since ${clock.day(markedAt)}`}>
      <div className={`${styles.deals} selectable`}>
        {note === "" ? (
          <p className={styles.quiet}>Nothing is said of how: change the note from the menu of this lead.</p>
        ) : (
          <p className={styles.title}>{note}</p>
        )}
        {by !== null && <p className={styles.quiet}>Marked by {by}</p>}
      </div>
    </Card>
  );
}
