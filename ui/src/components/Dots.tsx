import styles from "./Dots.module.css";

export interface DotsProps {
  value: number;
  max?: number;
  /** What the dots measure, such as "Weight 4 of 5". */
  label: string;
}

export function Dots({ value, max = 5, label }: DotsProps) {
  return (
    <span className={styles.dots} role="img" aria-label={label}>
      {Array.from({ length: max }, (_, index) => index + 1).map((dot) => (
        <span key={dot} className={styles.dot} data-on={dot <= value || undefined} />
      ))}
    </span>
  );
}
