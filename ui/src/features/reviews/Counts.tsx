import type { Compared } from "@/bindings/Compared";
import { sayDate } from "@/words/text";
import { countsOf } from "./counts";
import styles from "./Reviews.module.css";

/** What is counted in both snapshots, side by side. */
export function Counts({ compared }: { compared: Compared }) {
  const [from, to] = [sayDate(compared.before.asOf), sayDate(compared.after.asOf)];
  return (
    <div className={styles.counts}>
      {countsOf(compared).map(({ title, rows }) => (
        <table key={title} className={styles.countTable}>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col" className={styles.number}>
                {from}
              </th>
              <th scope="col" className={styles.number}>
                {to}
              </th>
              <th scope="col" className={styles.number}>
                <span className="visually-hidden">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, before, after, change }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td className={styles.number}>{before}</td>
                <td className={styles.number}>{after}</td>
                <td className={styles.number} data-better={change?.isBetter ?? undefined}>
                  {change?.text}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
