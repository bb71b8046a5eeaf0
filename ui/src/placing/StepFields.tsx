import { useState } from "react";
import type { NextStep } from "@/bindings/NextStep";
import { PickField } from "@/components/PickField";
import { SavedTextField } from "@/components/SavedTextField";
import { useAssetSearch, useAssetsOf } from "./choices";

export interface StepFieldsProps {
  /** What the step is for; heads the name of each field. */
  title: string;
  step: NextStep;
  /** The asset that it leads on from. */
  ownId: string;
  /** What is wrong with the change, or null once it is kept. */
  onSave: (part: Partial<NextStep>) => Promise<string | null>;
}

/** What a reader is offered next: another asset, an action, or words. */
export function StepFields({ title, step, ownId, onSave }: StepFieldsProps) {
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
        placeholder="Or the address of a demo, a quote"
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
