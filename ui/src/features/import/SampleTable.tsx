import type { SampleRow } from "@/bindings/SampleRow";
import { Card } from "@/components/Card";
import styles from "./Import.module.css";

export interface SampleTableProps {
  columns: readonly {
    name: string;
    /** What it is read as, in words; null where it is left out. */
    becomes: string | null;
  }[];
  sample: readonly SampleRow[];
}

/** The first rows, as they were read. */
export function SampleTable({ columns, sample }: SampleTableProps) {
  if (sample.length === 0) {
    return null;
  }
  return (
    <Card title="First rows" aside="as they are in the file" isFlush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.sample} aria-label="First rows" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Line</th>
              {columns.map(({ name, becomes }) => (
                <th key={name} scope="col" data-left-out={becomes === null || undefined}>
                  {name} <span>{becomes ?? "left out"}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map(({ line, file, cells }) => (
              <tr key={`${file ?? ""} ${line}`}>
                <th scope="row" title={file ?? undefined}>
                  {file ?? line}
                </th>
                {columns.map(({ name, becomes }, at) => (
                  <td key={name} data-left-out={becomes === null || undefined} title={cells[at]}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}
