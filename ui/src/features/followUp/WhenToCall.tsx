import type { FollowUpRow } from "@/bindings/FollowUpRow";
import { Card } from "@/components/Card";
import { ClockBar } from "@/parts/handoff/Clocks";
import { Interest } from "@/parts/handoff/Interest";
import { sayNear } from "@/words/clock";
import { type Moment, phaseOf, sayClocks, sayWhy } from "@/words/followUp";
import styles from "./Brief.module.css";

/** The times under the ends of the stretches of the bar; as far apart as words need at least. */
function Times({ lead, now }: { lead: FollowUpRow; now: Moment }) {
  const { handedAt, notBefore, notAfter } = lead;
  const near = (at: number) => sayNear(at, now.at, now.clock);
  const isOver = phaseOf(lead, now.at) === "over";
  const span = Math.max(1, (isOver ? now.at : notAfter) - handedAt);
  const track = (from: number, to: number) => `minmax(6.5rem, ${(100 * (to - from)) / span}%)`;
  const hasWait = notBefore > handedAt;
  const times = [
    { label: "Handed over", at: handedAt, track: hasWait ? track(handedAt, notBefore) : "" },
    ...(hasWait ? [{ label: "Not before", at: notBefore, track: "" }] : []),
    { label: "Not after", at: notAfter, track: isOver ? "1fr" : "auto" },
  ].map((time, place, all) => ({
    ...time,
    // What comes before the latest call reaches up to it.
    track: place === all.length - 2 ? (isOver ? track(time.at, notAfter) : "1fr") : time.track,
  }));
  return (
    <dl
      className={styles.times}
      data-over={isOver || undefined}
      style={{ gridTemplateColumns: times.map((time) => time.track).join(" ") }}
    >
      {times.map(({ label, at }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{near(at)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Both clocks in large, and where they come from. */
export function WhenToCall({ lead, now }: { lead: FollowUpRow; now: Moment }) {
  const { title, detail } = sayClocks(lead, now);
  return (
    <Card title="When to call" aside={<Interest row={lead} />}>
      <div className={styles.when} data-phase={phaseOf(lead, now.at)}>
        <p className={styles.large}>{title}</p>
        {detail !== "" && <p className={styles.quiet}>{detail}</p>}
        <span className={styles.bar}>
          <ClockBar row={lead} now={now} />
        </span>
        <Times lead={lead} now={now} />
        <p className={styles.why}>{sayWhy(lead)}</p>
      </div>
    </Card>
  );
}
