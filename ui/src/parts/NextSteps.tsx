import { useState } from "react";
import type { NextStep } from "@/bindings/NextStep";
import { useAssetsOf } from "@/placing/choices";
import { StepFields } from "@/placing/StepFields";
import { mutate, mutateField } from "@/rpc/mutate";
import styles from "./NextSteps.module.css";

/** A placement with the steps that count there: its own, else its asset's. */
export interface Stepped {
  id: string;
  version: number;
  assetId: string;
  maintain: NextStep;
  deepen: NextStep;
  /** The step is the placement's own. */
  maintainsHere: boolean;
  deepensHere: boolean;
}

const STEPS = [
  { kind: "maintain", here: "maintainsHere", title: "Keeps the relationship" },
  { kind: "deepen", here: "deepensHere", title: "Deepens it" },
] as const;

type Step = (typeof STEPS)[number];

function sayStep(step: NextStep, titleOf: (id: string) => string | undefined): string {
  const target = step.assetId === null ? step.url : `“${titleOf(step.assetId) ?? "an asset"}”`;
  return [step.text, target].filter(Boolean).join(" → ");
}

function Said({ step, isOwn }: { step: NextStep; isOwn: boolean }) {
  const assets = useAssetsOf(step.assetId === null ? [] : [step.assetId]);
  const said = sayStep(step, (id) => assets?.find((asset) => asset.id === id)?.label);
  return said === "" ? (
    <span className={styles.quiet}>Nothing is offered yet.</span>
  ) : (
    <>
      {said}
      {isOwn && <span className={styles.quiet}> (here alone)</span>}
    </>
  );
}

interface StepRowProps {
  placement: Stepped;
  canEdit: boolean;
  step: Step;
}

function Editing({ placement, step: { kind, here, title } }: Omit<StepRowProps, "canEdit">) {
  const { id, version } = placement;
  const set = (next: NextStep | null) => ({ id, version, set: { [kind]: next } });
  return (
    <div className={styles.fields}>
      <StepFields
        title={title}
        step={placement[kind]}
        ownId={placement.assetId}
        onSave={(part) => {
          const toast = "Next step changed, here alone";
          return mutateField("placement.update", set({ ...placement[kind], ...part }), { toast });
        }}
      />
      {placement[here] && (
        <button
          type="button"
          className={styles.link}
          onClick={() =>
            void mutate("placement.update", set(null), { toast: "The asset’s own next step counts here" })
          }
        >
          Offer what the asset offers elsewhere
        </button>
      )}
    </div>
  );
}

function StepRow(props: StepRowProps) {
  const { placement, step, canEdit } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <div className={styles.stepHead}>
        <span className={styles.quiet}>{step.title}</span>
        {canEdit && (
          <button
            type="button"
            className={styles.link}
            aria-expanded={isOpen}
            aria-label={`${isOpen ? "Done" : "Change here"}: ${step.title}`}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? "Done" : "Change here"}
          </button>
        )}
      </div>
      {isOpen ? <Editing {...props} /> : <Said step={placement[step.kind]} isOwn={placement[step.here]} />}
    </li>
  );
}

/** Where a reader is led from here: the asset's own steps, or others for this place alone. */
export function NextSteps({ placement, canEdit }: { placement: Stepped; canEdit: boolean }) {
  return (
    <ul className={styles.steps} aria-label="Next steps">
      {STEPS.map((step) => (
        <StepRow key={step.kind} placement={placement} step={step} canEdit={canEdit} />
      ))}
    </ul>
  );
}
