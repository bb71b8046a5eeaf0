import { Card } from "@/components/Card";
import styles from "./Import.module.css";

export interface UnderstoodProps {
  facts: readonly (readonly [what: string, how: string])[];
  note: string;
}

/** What can be brought in, and what becomes of it. */
export function Understood({ facts, note }: UnderstoodProps) {
  return (
    <Card title="What is understood">
      <dl className={styles.facts}>
        {facts.map(([what, how]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{note}</p>
    </Card>
  );
}
