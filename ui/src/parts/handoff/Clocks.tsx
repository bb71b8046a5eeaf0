import type { FollowUpRow } from "@/bindings/FollowUpRow";
import { type Moment, sayClocks } from "@/words/followUp";
import styles from "./Clocks.module.css";

export interface ClocksProps {
  row: FollowUpRow;
  now: Moment;
}

/** From the handoff to the latest call: the wait, the time to call in, and where now lies. */
export function ClockBar({ row, now: { at } }: ClocksProps) {
  const { handedAt, notBefore, notAfter, touchedAt } = row;
  const mark = touchedAt ?? at;
  const end = Math.max(notAfter, mark);
  const span = Math.max(1, end - handedAt);
  const share = (from: number, to: number) => `${Math.max(0, (100 * (to - from)) / span)}%`;
  return (
    <span className={styles.bar} aria-hidden>
      <span className={styles.wait} style={{ width: share(handedAt, notBefore) }} />
      <span className={styles.call} style={{ width: share(notBefore, notAfter) }} />
      <span className={styles.over} style={{ width: share(notAfter, end) }} />
      <span className={styles.now} style={{ left: share(handedAt, Math.max(handedAt, mark)) }} />
    </span>
  );
}

/** Both clocks of a lead, at a glance: what to do now over a bar, what after that below. */
export function Clocks({ row, now }: ClocksProps) {
  const { phase, title, detail } = sayClocks(row, now);
  return (
    <span className={styles.clocks} data-phase={phase} data-kept={row.followUp}>
      <span className={styles.title} title={title}>
        {title}
      </span>
      <ClockBar row={row} now={now} />
      <span className={styles.detail} title={detail}>
        {detail}
      </span>
    </span>
  );
}
