import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import styles from "./Home.module.css";
import { PlaceLink } from "./PlaceLink";
import type { Wait } from "./waits";

function WaitRow({ wait: { title, count, place, named } }: { wait: Wait }) {
  return (
    <li className={styles.wait}>
      <span className={styles.count}>{count.toLocaleString()}</span>
      <span className={styles.told}>
        <PlaceLink place={place}>{title}</PlaceLink>
        {named.length > 0 && (
          <ul className={styles.named}>
            {named.map((one) => (
              <li key={one.id}>
                <PlaceLink place={one.place}>{one.text}</PlaceLink>
              </li>
            ))}
          </ul>
        )}
      </span>
    </li>
  );
}

/** What waits for whoever speaks. */
export function WaitsCard({ waits }: { waits: readonly Wait[] }) {
  return (
    <Card title="Waits for you">
      {waits.length === 0 ? (
        <EmptyState isCompact title="Nothing waits" text="All checks are answered and no need is open." />
      ) : (
        <ul className={styles.waits}>
          {waits.map((wait) => (
            <WaitRow key={wait.id} wait={wait} />
          ))}
        </ul>
      )}
    </Card>
  );
}
