import type { Preview } from "@/bindings/Preview";
import { Card } from "@/components/Card";
import { sayField } from "@/words/fields";
import styles from "./Import.module.css";

/** The first rows, as they were read. */
export function SampleTable({ preview }: { preview: Preview }) {
  const { columns, sample } = preview;
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
              {columns.map(({ name, field }) => (
                <th key={name} scope="col" data-left-out={field === null || undefined}>
                  {name} <span>{field === null ? "left out" : sayField(field)}</span>
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
                {columns.map(({ name, field }, at) => (
                  <td key={name} data-left-out={field === null || undefined} title={cells[at]}>
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
