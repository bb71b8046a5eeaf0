import { useNavigate } from "@tanstack/react-router";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { LOCALE } from "@/locale";
import styles from "./Home.module.css";
import { PlaceLink } from "./PlaceLink";
import type { Wait } from "./waits";

function WaitRow({ wait: { title, count, place, named } }: { wait: Wait }) {
  return (
    <li className={styles.wait}>
      <span className={styles.count}>{count.toLocaleString(LOCALE)}</span>
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

/** Before there is a map nothing can wait. */
function NoMap() {
  const navigate = useNavigate();
  return (
    <EmptyState
      isCompact
      title="There is nothing to see to yet"
      text="Checks to answer, open needs and assets that are late stand here once there are personas and content."
      action={<Button onPress={() => void navigate({ to: "/architecture" })}>Go to the architecture</Button>}
    />
  );
}

export interface WaitsCardProps {
  waits: readonly Wait[];
  hasMap: boolean;
}

/** What waits for whoever speaks. */
export function WaitsCard({ waits, hasMap }: WaitsCardProps) {
  return (
    <Card title="Waits for you">
      {waits.length === 0 && !hasMap && <NoMap />}
      {waits.length === 0 && hasMap && (
        <EmptyState isCompact title="Nothing waits" text="All checks are answered and no need is open." />
      )}
      {waits.length > 0 && (
        <ul className={styles.waits}>
          {waits.map((wait) => (
            <WaitRow key={wait.id} wait={wait} />
          ))}
        </ul>
      )}
    </Card>
  );
}
