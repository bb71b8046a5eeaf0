import type { Score } from "@/bindings/Score";
import { classes } from "@/components/classes";
import styles from "./Figures.module.css";
import { changesOf, type Figure, figuresOf } from "./figures";

function Change({ figure, since }: { figure: Figure; since: string }) {
  const { change } = figure;
  if (change === null) {
    return null;
  }
  return (
    <span className={classes(styles.change, change.isBetter && styles.better)} title={since}>
      {change.text}
    </span>
  );
}

export interface FiguresProps {
  score: Score;
  before: Score | null;
  /** "since Oct 17", for the changes. */
  since: string;
}

/** The coverage in three figures, each with what it was at the last visit. */
export function Figures({ score, before, since }: FiguresProps) {
  return (
    <dl className={styles.figures} aria-label="Coverage">
      {changesOf(figuresOf(score), before && figuresOf(before)).map((figure) => (
        <div key={figure.id} className={styles.figure}>
          <dt className={styles.label}>{figure.label}</dt>
          <dd className={styles.value}>
            {figure.value}
            {figure.of !== null && <span className={styles.of}>of {figure.of}</span>}
            <Change figure={figure} since={since} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
