import { sayShare } from "@/words/shares";
import styles from "./Quality.module.css";

/** A share as a bar, with the number beside it. */
export function Share({ value }: { value: number | null }) {
  return (
    <span className={styles.share}>
      <span className={styles.track} aria-hidden>
        <span className={styles.bar} style={{ width: `${(value ?? 0) * 100}%` }} />
      </span>
      <span className={value === null ? styles.quiet : styles.figure}>{sayShare(value)}</span>
    </span>
  );
}
