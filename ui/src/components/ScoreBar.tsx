import styles from "./ScoreBar.module.css";

export interface ScoreBarProps {
  /** 0 to 100; null is no score. */
  value: number | null;
  /** What is scored, for screen readers. */
  label: string;
  align?: "start" | "end";
}

/** A score with its bar. */
export function ScoreBar({ value, label, align = "start" }: ScoreBarProps) {
  const text = value === null ? "–" : String(Math.round(value));
  return (
    <span
      className={styles.score}
      data-align={align}
      role="img"
      aria-label={value === null ? `${label}: no score` : `${label}: ${text}`}
    >
      <span className={styles.number}>{text}</span>
      <span className={styles.track}>
        <span className={styles.bar} style={{ width: `${value ?? 0}%` }} />
      </span>
    </span>
  );
}
