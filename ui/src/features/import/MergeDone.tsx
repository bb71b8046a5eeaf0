import type { Merged } from "@/bindings/Merged";
import { NotTakenCard } from "./MergePage";
import { sayMerged } from "./mergeWords";
import { giveUp } from "./merging";
import { Outcome } from "./Outcome";

/** What became of a merge. */
export function MergeDone({ copy, merged }: { copy: string; merged: Merged }) {
  return (
    <Outcome
      title="Merge a copy"
      file={copy}
      said={sayMerged(merged)}
      hasChanged={merged.taken + merged.deleted > 0}
      onLeave={giveUp}
    >
      <NotTakenCard refused={merged.refused} />
    </Outcome>
  );
}
