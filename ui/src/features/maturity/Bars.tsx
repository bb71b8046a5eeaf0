import type { Maturity } from "@/bindings/Maturity";
import { Sparkline } from "@/components/Sparkline";
import { DIMENSION_WORDS, sayLevel } from "@/words/maturity";
import { sayDate } from "@/words/text";
import styles from "./Maturity.module.css";

const MOST = 4;

/** The four dimensions as bars, each with how it came to stand so. */
export function Bars({ maturity: { bars, history } }: { maturity: Maturity }) {
  const days = history.map(({ on }) => on);
  return (
    <dl className={styles.bars} aria-label="Maturity">
      {bars.map(({ dimension, level, rated, questions }, at) => {
        const levels = history.map((point) => point.levels[at] ?? null);
        const said = history.map((point, n) => `${sayDate(point.on)}: ${sayLevel(levels[n] ?? null)}`);
        return (
          <div key={dimension} className={styles.barCard}>
            <dt className={styles.dimension}>{DIMENSION_WORDS[dimension]}</dt>
            <dd className={styles.level}>
              <span className={styles.number} data-none={level === null || undefined}>
                {sayLevel(level)}
              </span>
              {level !== null && <span className={styles.quiet}>of {MOST}</span>}
              <span className={styles.rated}>
                {rated} of {questions} rated
              </span>
            </dd>
            <dd className={styles.track}>
              <span className={styles.fill} style={{ width: `${((level ?? 0) / MOST) * 100}%` }} />
            </dd>
            {days.length > 1 && (
              <dd>
                <Sparkline
                  values={levels}
                  at={days.map((day) => Date.parse(day))}
                  low={0}
                  high={MOST}
                  label={`${DIMENSION_WORDS[dimension]} over time. ${said.join("; ")}`}
                />
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
