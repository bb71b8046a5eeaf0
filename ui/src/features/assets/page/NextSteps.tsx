import { useState } from "react";
import type { NextStep } from "@/bindings/NextStep";
import { Card } from "@/components/Card";
import { PickField } from "@/components/PickField";
import { SavedTextField } from "@/components/SavedTextField";
import { useAssetSearch, useAssetsOf } from "@/placing/choices";
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
            <Step
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

interface StepProps {
  title: string;
  step: NextStep;
  ownId: string;
  onSave: (part: Partial<NextStep>) => Promise<string | null>;
}

function Step({ title, step, ownId, onSave }: StepProps) {
  const [typed, setTyped] = useState("");
  const { found, isSearching } = useAssetSearch(typed);
  const picked = useAssetsOf(step.assetId === null ? [] : [step.assetId]);
  return (
    <>
      <PickField
        label={`${title}: another asset`}
        isLabelHidden
        placeholder="Another asset, by a word of it"
        emptyText="No asset has these words."
        picked={picked ?? []}
        choices={found.filter(({ id }) => id !== ownId)}
        isSearching={isSearching}
        onType={setTyped}
        onChange={(chosen) => void onSave({ assetId: chosen.at(-1)?.id ?? null })}
      />
      <SavedTextField
        label={`${title}: address of an action`}
        isLabelHidden
        placeholder="Or an action: https:// of a demo, a quote, a contact"
        value={step.url}
        onSave={(url) => onSave({ url })}
      />
      <SavedTextField
        label={`${title}: in words`}
        isLabelHidden
        placeholder="In words: what is offered"
        value={step.text}
        onSave={(text) => onSave({ text })}
      />
    </>
  );
}
