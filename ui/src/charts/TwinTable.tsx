import type { Twin } from "@/bindings/Twin";
import styles from "./Chart.module.css";

/** A figure as a table. */
export function TwinTable({ title, twin: { header, rows } }: { title: string; twin: Twin }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className={styles.scroll} aria-label={`${title}, as a table`} tabIndex={0}>
      <table aria-label={title} className={styles.twin}>
        <thead>
          <tr>
            {header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = "", ...cells]) => (
            <tr key={[name, ...cells].join("\n")}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column, and columns stay where they are
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
