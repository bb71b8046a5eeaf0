import type { ScoringModel } from "@/bindings/ScoringModel";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { mutate } from "@/rpc/mutate";
import { sayMoment } from "@/words/times";
import styles from "./Scoring.module.css";

/** Models that leads were scored by, the latest first. */
export function Versions({ models }: { models: readonly ScoringModel[] }) {
  const shown = models.toSorted((one, other) => (other.appliedAt ?? 0) - (one.appliedAt ?? 0));
  return shown.length === 0 ? null : (
    <Card title="Versions" isFlush>
      <ul>
        {shown.map(({ id, name, state, appliedAt }) => (
          <li key={id} className={styles.version}>
            <span className={styles.ruleName}>{name}</span>
            <span className={styles.quiet}>
              {appliedAt === null ? "never applied" : sayMoment(appliedAt)}
            </span>
            {state === "applied" ? (
              <span className={styles.applied}>applied</span>
            ) : (
              <Button
                look="quiet"
                onPress={() =>
                  void mutate("scoringModel.apply", { id }, { toast: `Leads are scored by ${name}` })
                }
              >
                Apply again
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
