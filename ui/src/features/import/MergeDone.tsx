import type { Merged } from "@/bindings/Merged";
import { Button } from "@/components/Button";
import { NotTakenCard } from "./MergePage";
import { sayMerged } from "./mergeWords";
import { giveUp } from "./merging";
import { Outcome, useStanding } from "./Outcome";
import { SeeTheMap } from "./SeeTheMap";

/** What became of a merge. */
export function MergeDone({ copy, merged }: { copy: string; merged: Merged }) {
  const hasChanged = merged.taken + merged.deleted > 0;
  return (
    <Outcome
      title="Merge a copy"
      file={copy}
      said={sayMerged(merged)}
      standing={useStanding(hasChanged)}
      {...(hasChanged && { note: "One undo takes all of it back." })}
      verbs={
        <>
          <SeeTheMap />
          <Button onPress={giveUp}>Import something else</Button>
        </>
      }
    >
      <NotTakenCard refused={merged.refused} />
    </Outcome>
  );
}
