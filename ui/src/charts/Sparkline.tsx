import styles from "./Sparkline.module.css";

export interface SparklineProps {
  /** The earliest first; null is no data: a gap, not 0. */
  values: readonly (number | null)[];
}

const WIDTH = 96;
const HEIGHT = 28;
/** Kept free around the line for its dots. */
const FREE = 3;

interface Dot {
  x: number;
  y: number;
}

/** Where values lie; runs of those that are known. */
export function runsOf(values: readonly (number | null)[]): readonly (readonly Dot[])[] {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const step = values.length > 1 ? (WIDTH - 2 * FREE) / (values.length - 1) : 0;
  const down = (value: number) =>
    most === least ? HEIGHT / 2 : FREE + (1 - (value - least) / (most - least)) * (HEIGHT - 2 * FREE);
  const runs: Dot[][] = [[]];
  for (const [at, value] of values.entries()) {
    if (value === null) {
      runs.push([]);
    } else {
      runs.at(-1)?.push({ x: FREE + at * step, y: down(value) });
    }
  }
  return runs.filter((run) => run.length > 0);
}

const pathOf = (run: readonly Dot[]) =>
  run.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");

/** A series as a small line, its last value as a dot; its table stands elsewhere. */
export function Sparkline({ values }: SparklineProps) {
  const runs = runsOf(values);
  const isKnownNow = values.at(-1) !== null;
  const last = isKnownNow ? runs.at(-1)?.at(-1) : undefined;
  return (
    <svg className={styles.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {runs.map((run) =>
        run.length === 1 && run[0] !== undefined ? (
          <circle key={run[0].x} cx={run[0].x} cy={run[0].y} r={1.25} className={styles.alone} />
        ) : (
          <path key={run[0]?.x} d={pathOf(run)} className={styles.line} />
        ),
      )}
      {last !== undefined && <circle cx={last.x} cy={last.y} r={2.25} className={styles.last} />}
    </svg>
  );
}
