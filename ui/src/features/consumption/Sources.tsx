import type { ReferenceGap } from "@/bindings/ReferenceGap";
import { sayReference } from "@/words/consumption";
import styles from "./Consumption.module.css";

/** What others published, each with its source. */
export function Sources({ references }: { references: readonly ReferenceGap[] }) {
  return (
    <ul className={styles.sources} aria-label="Published by others">
      {references
        .toSorted((a, b) => a.hours - b.hours)
        .map((reference) => (
          <li key={reference.label} className={styles.source}>
            <span className={styles.published}>{sayReference(reference)}</span>
            <span>
              {reference.label}. <cite className={styles.cite}>{reference.source}</cite>
            </span>
          </li>
        ))}
    </ul>
  );
}
