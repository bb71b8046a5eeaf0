import type { OwnFigure } from "@/bindings/OwnFigure";
import type { ReferenceRow } from "@/bindings/ReferenceRow";
import { Chip } from "@/components/Chip";
import { LOCALE } from "@/locale";
import { sayAmount } from "@/words/kpis";
import { sayDate } from "@/words/text";
import styles from "./References.module.css";

function Own({ own: { name, unit, value, n, tooFew }, currency }: { own: OwnFigure; currency: string }) {
  const isFew = tooFew && value !== null;
  return (
    <li className={styles.own}>
      <strong className={styles.number} data-quiet={value === null || isFew || undefined}>
        {sayAmount(value, unit, currency)}
      </strong>
      <span className={styles.what}>
        {name}
        {isFew && ` · too few (${n.toLocaleString(LOCALE)})`}
      </span>
    </li>
  );
}

function Agreed({ since }: { since: string | null }) {
  return (
    <li className={styles.own}>
      <strong className={styles.number} data-quiet={since === null || undefined}>
        {since === null ? "none" : "in force"}
      </strong>
      <span className={styles.what}>
        {since === null ? "No agreement at the end of the period" : `Since ${sayDate(since)}`}
      </span>
    </li>
  );
}

function Row({ row: { reference, own, since }, currency }: { row: ReferenceRow; currency: string }) {
  return (
    <li className={styles.row}>
      <h3 className={styles.name}>{reference.name}</h3>
      <ul className={styles.owns} aria-label="Here">
        {reference.id === "agreement" ? (
          <Agreed since={since} />
        ) : (
          own.map((one) => <Own key={one.name} own={one} currency={currency} />)
        )}
      </ul>
      <p className={styles.said}>
        <Chip>Reference</Chip> {reference.said} <cite className={styles.cite}>({reference.source})</cite>
      </p>
    </li>
  );
}

/** What others published, each beside one's own figure and never mixed with it. */
export function References({ rows, currency }: { rows: readonly ReferenceRow[]; currency: string }) {
  return (
    <section className={styles.card} aria-label="What others published">
      <header className={styles.head}>
        <h2 className={styles.title}>What others published</h2>
        <p className={styles.aside}>Theirs is marked Reference; the figure above it is yours.</p>
      </header>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <Row key={row.reference.id} row={row} currency={currency} />
        ))}
      </ul>
    </section>
  );
}
