import { Label, ProgressBar } from "react-aria-components";
import { Button } from "./Button";
import styles from "./Progress.module.css";

export interface ProgressProps {
  label: string;
  /** 0 to 1; null while the end is not known. */
  value: number | null;
  /** Beside the label: how much, how fast. */
  detail?: string;
  onCancel?: () => void;
}

export function Progress({ label, value, detail, onCancel }: ProgressProps) {
  const percent = Math.round((value ?? 0) * 100);
  return (
    <div className={styles.progress}>
      <ProgressBar className={styles.bar ?? ""} value={percent} isIndeterminate={value === null}>
        <div className={styles.head}>
          <Label>{label}</Label>
          {detail !== undefined && <span className={styles.detail}>{detail}</span>}
        </div>
        <div className={styles.track}>
          <div
            className={value === null ? styles.unknown : styles.fill}
            style={value === null ? {} : { width: `${percent}%` }}
          />
        </div>
      </ProgressBar>
      {onCancel && <Button onPress={onCancel}>Cancel</Button>}
    </div>
  );
}
