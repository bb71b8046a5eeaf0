import { Flag } from "lucide-react";
import type { LeadQuality } from "@/bindings/LeadQuality";
import { Card } from "@/components/Card";
import { BY_SALES, FLAG_REASONS, sayAsked } from "@/words/quality";
import { sayShare } from "@/words/shares";
import type { Clock } from "./clock";
import styles from "./Quality.module.css";

interface QualityProps {
  quality: LeadQuality;
  clock: Clock;
}

/** "Verified on 3 Mar 2024; 61% expected to hold still." */
function sayHolds({ since, verified, valid }: LeadQuality, clock: Clock): string {
  if (since === null) {
    return "Nobody says since when what is known holds.";
  }
  const from = `${verified ? "Verified on" : "A lead since"} ${clock.day(since)}`;
  return valid === null ? `${from}.` : `${from}: ${sayShare(valid)} likely to hold still.`;
}

function Flags({ flags, bySales }: Pick<LeadQuality, "flags" | "bySales">) {
  return (
    <ul className={styles.flags} aria-label="Flagged answers">
      {bySales && (
        <li className={styles.flag}>
          <Flag aria-hidden />
          <span>
            {BY_SALES}
            <span className={styles.why}>turned back: address, name or company are not true</span>
          </span>
        </li>
      )}
      {flags.map(({ field, reason }) => (
        <li key={`${field} ${reason}`} className={styles.flag}>
          <Flag aria-hidden />
          <span>
            {sayAsked(field)}: {FLAG_REASONS[reason].label.toLowerCase()}
            <span className={styles.why}>{FLAG_REASONS[reason].why}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** How far what is known of a lead can be relied on, and what to ask next. */
export function Quality({ quality, clock }: QualityProps) {
  const { known, planned, next } = quality.profile;
  return (
    <Card title="Profile" aside={`${known} of ${planned} known`}>
      <div className={styles.quality}>
        <span className={styles.track} aria-hidden>
          <span className={styles.bar} style={{ width: `${planned === 0 ? 0 : (known / planned) * 100}%` }} />
        </span>
        <p>
          {next.length === 0 ? (
            "All that is planned is known."
          ) : (
            <>
              Ask next: <strong>{next.map(sayAsked).join(", then ")}</strong>
            </>
          )}
        </p>
        <p className={styles.quiet}>{sayHolds(quality, clock)}</p>
        {(quality.bySales || quality.flags.length > 0) && <Flags {...quality} />}
      </div>
    </Card>
  );
}
