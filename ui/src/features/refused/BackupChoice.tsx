import { useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import type { BackupRow } from "@/bindings/BackupRow";
import { Button } from "@/components/Button";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { LOCALE } from "@/locale";
import { restoreBackup } from "@/rpc/opening";
import { read } from "@/rpc/useCall";
import { REASON_WORDS } from "@/words/backups";
import { sayAgo, sayBytes, sayMoment } from "@/words/times";
import styles from "./Refused.module.css";

/** The latest are what one goes back to; the others are in the Backups view once it is open. */
const FEW = 5;

interface ChoiceProps {
  backup: BackupRow;
  isChosen: boolean;
  onChoose: () => void;
}

function Choice({ backup, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className={styles.backup} data-chosen={isChosen || undefined}>
      <input type="radio" name="backup" className={styles.radio} checked={isChosen} onChange={onChoose} />
      <span className={styles.moment}>{sayMoment(backup.at)}</span>
      <span className={styles.quiet}>{sayAgo(backup.at, Date.now())}</span>
      <span className={styles.quiet}>{REASON_WORDS[backup.reason]}</span>
      <span className={styles.size}>{sayBytes(backup.size)}</span>
    </label>
  );
}

/** The backups of the refused file; the latest is chosen until another one is. */
export function BackupChoice() {
  const { data, error, refetch } = useQuery(read("backup.list", {}));
  const [chosen, setChosen] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  if (error) {
    return <FailureState isCompact error={error} retry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton lines={3} />;
  }
  const latest = data.backups.slice(0, FEW);
  const name = chosen ?? latest[0]?.name;
  const restore = async () => {
    if (name !== undefined) {
      setPending(true);
      await restoreBackup(name);
      setPending(false);
    }
  };
  return (
    <section className={styles.card} aria-label="Restore a backup">
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>Restore a backup</h2>
        <p className={styles.quiet}>The file that is there now is set aside beside it, whole.</p>
      </div>
      <fieldset className={styles.backups}>
        <legend className="visually-hidden">Backups, the latest first</legend>
        {latest.map((backup) => (
          <Choice
            key={backup.name}
            backup={backup}
            isChosen={backup.name === name}
            onChoose={() => setChosen(backup.name)}
          />
        ))}
      </fieldset>
      <div className={styles.cardFoot}>
        <span className={styles.quiet}>
          {data.backups.length > FEW && `${(data.backups.length - FEW).toLocaleString(LOCALE)} earlier ones`}
        </span>
        <Button look="primary" icon={RotateCcw} isPending={isPending} onPress={() => void restore()}>
          Restore
        </Button>
      </div>
    </section>
  );
}
