import type { Compared } from "@/bindings/Compared";
import type { DemandFigures } from "@/bindings/DemandFigures";
import { sayPeriod } from "@/words/funnel";
import { sayDate } from "@/words/text";
import styles from "./Reviews.module.css";

/** The quarter of frozen figures; null where there are none. */
function quarterOf(demand: DemandFigures | null): string | null {
  const period = demand?.period ?? null;
  return period === null ? null : sayPeriod(period);
}

interface HeadProps {
  asOf: string;
  quarter: string | null;
}

function Head({ asOf, quarter }: HeadProps) {
  return (
    <th scope="col" className={styles.number}>
      {sayDate(asOf)}
      {quarter !== null && <span className={styles.under}>{quarter}</span>}
    </th>
  );
}

/** The key figures that changed, each of the latest quarter that files told of. */
export function Kpis({ compared: { kpis, before, after } }: { compared: Compared }) {
  if (kpis.length === 0) {
    return null;
  }
  return (
    <section aria-label="Key figures that changed" className={styles.scroll}>
      <table className={styles.countTable}>
        <thead>
          <tr>
            <th scope="col">Key figures</th>
            <Head asOf={before.asOf} quarter={quarterOf(before.demand)} />
            <Head asOf={after.asOf} quarter={quarterOf(after.demand)} />
            <th scope="col" className={styles.number}>
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {kpis.map(({ id, name, before: was, after: is, change, isBetter }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className={styles.number}>{was}</td>
              <td className={styles.number}>{is}</td>
              <td className={styles.number} data-better={isBetter ?? undefined}>
                {change ?? <span className={styles.quiet}>no data</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
