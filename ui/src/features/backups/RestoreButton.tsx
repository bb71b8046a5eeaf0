import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { Button, type ButtonLook } from "@/components/Button";
import { Popover } from "@/components/Popover";
import { restoreBackup } from "@/rpc/opening";
import { sayMoment } from "@/words/times";
import styles from "./Backups.module.css";

export interface RestoreButtonProps {
  backup: { name: string; at: number };
  look?: ButtonLook;
  /** What stands on it, where it says by itself which backup is meant. */
  text?: string;
}

/** Says what will happen before it does. */
export function RestoreButton({ backup, look = "secondary", text }: RestoreButtonProps) {
  const [isPending, setPending] = useState(false);
  const restore = async (close: () => void) => {
    setPending(true);
    await restoreBackup(backup.name);
    setPending(false);
    close();
  };
  const moment = sayMoment(backup.at);
  return (
    <Popover
      label="Restore this backup"
      placement="bottom end"
      trigger={
        <Button
          look={look}
          icon={RotateCcw}
          {...(text === undefined && { "aria-label": `Restore the backup of ${moment}` })}
        >
          {text ?? "Restore…"}
        </Button>
      }
    >
      {(close) => (
        <div className={styles.confirm}>
          <p className={styles.confirmTitle}>Go back to {moment}?</p>
          <p className={styles.quiet}>
            What there is now is backed up first and stays in this list, so you can come back to it.
          </p>
          <Button look="primary" autoFocus isPending={isPending} onPress={() => void restore(close)}>
            Restore this backup
          </Button>
        </div>
      )}
    </Popover>
  );
}
