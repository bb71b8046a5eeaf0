import styles from "./EvidenceBars.module.css";
import { type Evidence, VALIDATED } from "./evidence";

/** Per validated thing a row of dots, one an interview: filled where that interview validated it. */
export function EvidenceBars({ evidence, isCompact = false }: { evidence: Evidence; isCompact?: boolean }) {
  return (
    <dl className={styles.bars} data-compact={isCompact || undefined}>
      {VALIDATED.map(({ id, label, short }) => {
        const count = evidence.validated[id];
        const share = evidence.interviews === 0 ? 0 : (100 * count) / evidence.interviews;
        return (
          <div key={id} className={styles.bar} data-open={count === 0 || undefined}>
            <dt className={styles.name}>{isCompact ? short : label}</dt>
            <dd className={styles.track} aria-hidden>
              <span className={styles.fill} style={{ width: `${share}%` }} />
            </dd>
            <dd className={styles.count}>
              {isCompact ? count : count === 0 ? "none" : `${count} of ${evidence.interviews}`}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
