import type { SlaMonth } from "@/bindings/SlaMonth";
import { Card } from "@/components/Card";
import { LOCALE } from "@/locale";
import { REASON_WORDS } from "@/words/followUp";
import styles from "./FollowUps.module.css";

/** Why sales turned leads of a month back. */
export function Reasons({ month: { reasons, accepted, turnedBack } }: { month: SlaMonth }) {
  const most = Math.max(1, ...reasons.map(({ leads }) => leads));
  const answered = accepted + turnedBack;
  const shown = reasons.filter(({ leads }) => leads > 0).toSorted((a, b) => b.leads - a.leads);
  return (
    <Card
      title="Turned back"
      {...(answered > 0 && {
        aside: `${turnedBack.toLocaleString(LOCALE)} of ${answered.toLocaleString(LOCALE)} answered`,
      })}
    >
      {shown.length === 0 ? (
        <p className={styles.quiet}>
          {answered === 0
            ? "Sales has answered none of this month’s leads yet."
            : "Sales accepted every lead it answered."}
        </p>
      ) : (
        <ul className={styles.reasons} aria-label="Why leads were turned back">
          {shown.map(({ reason, leads }) => (
            <li key={reason} className={styles.reason}>
              <span>{REASON_WORDS[reason]}</span>
              <span className={styles.track} aria-hidden>
                <span className={styles.length} style={{ inlineSize: `${(leads / most) * 100}%` }} />
              </span>
              <span className={styles.count}>{leads.toLocaleString(LOCALE)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
