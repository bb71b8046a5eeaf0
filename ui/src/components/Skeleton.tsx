import styles from "./Skeleton.module.css";

export interface SkeletonProps {
  /** How many lines of text it stands for. */
  lines?: number;
  /** One block of this height instead of lines, such as "12rem". */
  height?: string;
}

const WIDTHS = ["92%", "100%", "84%", "96%", "70%"];

/** Stands in for what is on its way. It shows only after a moment, so that quick answers do not flicker. */
export function Skeleton({ lines = 3, height }: SkeletonProps) {
  if (height !== undefined) {
    return <div className={styles.skeleton} style={{ height }} aria-hidden />;
  }
  return (
    <div className={styles.lines} aria-hidden>
      {WIDTHS.slice(0, lines).map((width) => (
        <div key={width} className={styles.skeleton} style={{ width }} />
      ))}
    </div>
  );
}
