import type { PersonaAnswers } from "@/bindings/PersonaAnswers";
import { Card } from "@/components/Card";
import { LOCALE } from "@/locale";
import { useCall } from "@/rpc/useCall";
import { REASON_WORDS } from "@/words/followUp";
import styles from "./LeadsCard.module.css";

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt className={styles.quiet}>{label}</dt>
      <dd className={styles.figure}>{value.toLocaleString(LOCALE)}</dd>
    </div>
  );
}

function Known({ answers: { handed, accepted, turnedBack, reasons } }: { answers: PersonaAnswers }) {
  const most = Math.max(...reasons.map(({ leads }) => leads));
  return (
    <Card title="Its leads" aside="What sales said of those handed over">
      <dl className={styles.figures}>
        <Figure label="Handed over" value={handed} />
        <Figure label="Accepted" value={accepted} />
        <Figure label="Turned back" value={turnedBack} />
        <Figure label="Not answered" value={handed - accepted - turnedBack} />
      </dl>
      {reasons.length > 0 && (
        <dl className={styles.reasons} aria-label="Why leads were turned back">
          {reasons.map(({ reason, leads }) => (
            <div key={reason} className={styles.reason}>
              <dt>{REASON_WORDS[reason]}</dt>
              <dd className={styles.track} aria-hidden>
                <span className={styles.fill} style={{ width: `${(100 * leads) / most}%` }} />
              </dd>
              <dd className={styles.count}>{leads.toLocaleString(LOCALE)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

/** What became of a persona's leads that were handed over; nothing while none was. */
export function LeadsCard({ personaId }: { personaId: string }) {
  const { data } = useCall("followUp.byPersona", {});
  const answers = data?.find(({ persona }) => persona === personaId);
  return answers === undefined ? null : <Known answers={answers} />;
}
