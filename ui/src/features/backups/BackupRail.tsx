import { Eye } from "lucide-react";
import type { BackupRow } from "@/bindings/BackupRow";
import type { Edit } from "@/bindings/Edit";
import { Button } from "@/components/Button";
import { RailBody } from "@/components/RailLayout";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { LOCALE } from "@/locale";
import { lookAtBackup } from "@/rpc/opening";
import { useSession } from "@/rpc/session";
import { REASON_WORDS } from "@/words/backups";
import { byDay, sentenceOf, timeOf } from "@/words/history";
import { sayBytes, sayMoment } from "@/words/times";
import styles from "./Backups.module.css";
import { useSince } from "./queries";
import { RestoreButton } from "./RestoreButton";

function Since({ edits }: { edits: readonly Edit[] }) {
  const members = useSession()?.open?.members ?? [];
  const known = new Map(edits.map((edit) => [edit.seq, edit]));
  const nameOf = (id: string | null) =>
    id === null ? "Throughline" : (members.find((member) => member.id === id)?.name ?? "Somebody");
  return byDay(edits, new Date()).map(({ title, items }) => (
    <div key={title} className={styles.sinceDay}>
      <h4 className={styles.day}>{title}</h4>
      <ul>
        {items.map((edit) => (
          <li key={edit.seq} className={styles.edit}>
            <time className={styles.editTime} dateTime={new Date(edit.at).toISOString()}>
              {timeOf(edit.at)}
            </time>
            <span>
              <strong>{nameOf(edit.memberId)}</strong>{" "}
              {sentenceOf(edit, edit.reverts === null ? undefined : known.get(edit.reverts))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  ));
}

function Done({ backup }: { backup: BackupRow }) {
  const { data, error, refetch } = useSince(backup.name);
  if (error) {
    return <FailureState isCompact error={error} retry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton lines={4} />;
  }
  if (backup.editsSince === null) {
    return (
      <p className={styles.quiet}>
        The workspace was put back to an earlier state since. This backup holds what was there before that.
      </p>
    );
  }
  const more = backup.editsSince - data.edits.length;
  return (
    <>
      {data.edits.length === 0 && (
        <p className={styles.quiet}>Nothing. It holds what the workspace holds now.</p>
      )}
      <Since edits={data.edits} />
      {more > 0 && data.edits.length > 0 && (
        <p className={styles.quiet}>And {more.toLocaleString(LOCALE)} more before these.</p>
      )}
    </>
  );
}

export interface BackupRailProps {
  backup: BackupRow;
  canRestore: boolean;
}

/** What restoring a backup would take back, and the ways there. */
export function BackupRail({ backup, canRestore }: BackupRailProps) {
  return (
    <RailBody>
      <header className={styles.railHead}>
        <h2 className={styles.railTitle}>{sayMoment(backup.at)}</h2>
        <p className={styles.quiet}>
          {REASON_WORDS[backup.reason]} · {sayBytes(backup.size)}
        </p>
      </header>
      <div className={styles.verbs}>
        <Button icon={Eye} onPress={() => void lookAtBackup(backup.name)}>
          Look at it
        </Button>
        {canRestore && <RestoreButton backup={backup} look="primary" />}
      </div>
      <section className={styles.since} aria-label="Done since">
        <h3 className={styles.sectionTitle}>Done since</h3>
        <Done backup={backup} />
      </section>
    </RailBody>
  );
}
