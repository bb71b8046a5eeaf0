import type { BackupRow } from "@/bindings/BackupRow";
import { REASON_WORDS, saySince } from "@/words/backups";
import { timeOf } from "@/words/history";
import { sayAgo, sayBytes } from "@/words/times";
import styles from "./Backups.module.css";
import { RestoreButton } from "./RestoreButton";

export interface BackupItemProps {
  backup: BackupRow;
  now: number;
  isChosen: boolean;
  canRestore: boolean;
  onChoose: () => void;
}

/** One backup; opens its rail, and can be restored at once. */
export function BackupItem({ backup, now, isChosen, canRestore, onChoose }: BackupItemProps) {
  return (
    <li className={styles.item} data-chosen={isChosen || undefined}>
      <button type="button" className={styles.open} aria-pressed={isChosen} onClick={onChoose}>
        <time className={styles.time} dateTime={new Date(backup.at).toISOString()}>
          {timeOf(backup.at)}
        </time>
        <span className={styles.ago}>{sayAgo(backup.at, now)}</span>
        <span className={styles.reason}>{REASON_WORDS[backup.reason]}</span>
        <span className={styles.edits} data-quiet={backup.editsSince === 0 || undefined}>
          {saySince(backup)}
        </span>
        <span className={styles.size}>{sayBytes(backup.size)}</span>
      </button>
      {canRestore && <RestoreButton backup={backup} look="quiet" />}
    </li>
  );
}
