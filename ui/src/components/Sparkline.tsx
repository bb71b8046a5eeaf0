import styles from "./Sparkline.module.css";

export interface SparklineProps {
  /** Values in order; null leaves a hole. */
  values: readonly (number | null)[];
  /** Where each lies, on any scale. */
  at: readonly number[];
  low: number;
  high: number;
  /** All of it in words. */
  label: string;
}

const [WIDTH, HEIGHT, EDGE] = [160, 28, 3];

/** How something came to stand as it does, as a small line. */
export function Sparkline({ values, at, low, high, label }: SparklineProps) {
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  const span = last - first || 1;
  const points = values.flatMap((value, n) => {
    const place = at[n];
    if (value === null || place === undefined) {
      return [];
    }
    const x = EDGE + ((place - first) / span) * (WIDTH - 2 * EDGE);
    const y = HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
    return [{ x, y }];
  });
  const end = points.at(-1);
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
    >
      <polyline className={styles.path} points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
      {end !== undefined && <circle className={styles.end} cx={end.x} cy={end.y} r={2.5} />}
    </svg>
  );
}
