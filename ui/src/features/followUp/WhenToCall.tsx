import type { FollowUpRow } from "@/bindings/FollowUpRow";
import { Card } from "@/components/Card";
import { ClockBar } from "@/parts/handoff/Clocks";
import { Interest } from "@/parts/handoff/Interest";
import { sayNear } from "@/words/clock";
import { type Moment, phaseOf, sayClocks, sayWhy } from "@/words/followUp";
import styles from "./Brief.module.css";

/** Both clocks in large, and where they come from. */
export function WhenToCall({ lead, now }: { lead: FollowUpRow; now: Moment }) {
  const { title, detail } = sayClocks(lead, now);
  const near = (at: number) => sayNear(at, now.at, now.clock);
  const hasWait = lead.notBefore > lead.handedAt;
  return (
    <Card title="When to call" aside={<Interest row={lead} />}>
      <div className={styles.when} data-phase={phaseOf(lead, now.at)}>
        <p className={styles.large}>{title}</p>
        {detail !== "" && <p className={styles.quiet}>{detail}</p>}
        <ClockBar row={lead} now={now} />
        <dl className={styles.times}>
          <div>
            <dt>Handed over</dt>
            <dd>{near(lead.handedAt)}</dd>
          </div>
          {hasWait && (
            <div>
              <dt>Not before</dt>
              <dd>{near(lead.notBefore)}</dd>
            </div>
          )}
          <div>
            <dt>Not after</dt>
            <dd>{near(lead.notAfter)}</dd>
          </div>
        </dl>
        <p className={styles.why}>{sayWhy(lead, now)}</p>
      </div>
    </Card>
  );
}
