import { Card } from "@/components/Card";
import { StepFields } from "@/placing/StepFields";
import styles from "./AssetPage.module.css";
import type { FactsProps } from "./FactsCard";

const STEPS = [
  {
    id: "maintain",
    title: "Keeps the relationship",
    hint: "For a reader who is not ready: a newsletter, another piece of the same stage.",
  },
  {
    id: "deepen",
    title: "Deepens it",
    hint: "For a reader who wants on: a piece of the next stage, a demo, a quote, a contact.",
  },
] as const;

/** What a reader is offered after this piece. */
export function NextSteps({ asset, save }: FactsProps) {
  return (
    <Card title="Next steps">
      <div className={styles.steps}>
        {STEPS.map(({ id, title, hint }) => (
          <fieldset key={id} className={styles.step}>
            <legend className={styles.stepTitle}>{title}</legend>
            <p className={styles.hint}>{hint}</p>
            <StepFields
              title={title}
              step={asset[id]}
              ownId={asset.id}
              onSave={(part) => save({ [id]: { ...asset[id], ...part } })}
            />
          </fieldset>
        ))}
      </div>
    </Card>
  );
}
