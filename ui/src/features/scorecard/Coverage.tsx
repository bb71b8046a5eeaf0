import { Link } from "@tanstack/react-router";
import { Skeleton } from "@/components/Skeleton";
import { LOCALE } from "@/locale";
import { figuresOf } from "@/parts/figures";
import { useCoverage } from "./queries";
import styles from "./Scorecard.module.css";

/** The coverage of the journey on show, in three figures. */
export function Coverage({ journey }: { journey: string | undefined }) {
  const score = useCoverage(journey);
  return (
    <section className={styles.coverage} aria-label="Coverage">
      {score === undefined ? (
        <Skeleton lines={1} />
      ) : (
        <dl className={styles.scores}>
          {figuresOf(score).map(({ id, label, number, of }) => (
            <div key={id} className={styles.score}>
              <dt>{label}</dt>
              <dd>
                {number === null ? "no score" : number.toLocaleString(LOCALE)}
                {of !== null && <span className={styles.of}> of {of}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Link to="/architecture" className={styles.all}>
        Open the architecture
      </Link>
    </section>
  );
}
