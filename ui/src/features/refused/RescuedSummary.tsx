import type { Saved } from "@/bindings/Saved";
import { Button } from "@/components/Button";
import { LOCALE } from "@/locale";
import { enterWorkspace } from "@/rpc/session";
import styles from "./Refused.module.css";
import { sayCounts } from "./words";

/** What came of saving what can be read; the new file is open behind it. */
export function RescuedSummary({ saved }: { saved: Saved }) {
  const { rescued, session } = saved;
  const { kept, lost, fromHistory, edits } = rescued;
  const location = session.open?.location;
  return (
    <section className={styles.card} aria-label="What was saved">
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>What can be read is saved</h2>
        {location && (
          <p className={styles.quiet}>
            In <span className="selectable">{location.path}</span>. The old file stays as it is.
          </p>
        )}
      </div>
      <dl className={styles.facts}>
        <dt>Kept</dt>
        <dd>{kept.length === 0 ? "Nothing" : sayCounts(kept)}</dd>
        <dt>Lost</dt>
        <dd>{lost.length === 0 ? "Nothing" : sayCounts(lost)}</dd>
        <dt>History</dt>
        <dd>
          {edits.toLocaleString(LOCALE)} {edits === 1 ? "edit" : "edits"} kept
          {fromHistory > 0 && `; ${fromHistory.toLocaleString(LOCALE)} things were found again through it`}
        </dd>
      </dl>
      <div className={styles.cardFoot}>
        <span />
        <Button look="primary" autoFocus onPress={() => enterWorkspace(session)}>
          Go on with the new file
        </Button>
      </div>
    </section>
  );
}
