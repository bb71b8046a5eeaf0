import { useNavigate } from "@tanstack/react-router";
import { FileInput, SquareStack } from "lucide-react";
import type { Imported } from "@/bindings/Imported";
import { Button } from "@/components/Button";
import { Counts, Notes } from "./Found";
import { Outcome, useStanding } from "./Outcome";
import { Rejections } from "./Rejections";
import { SeeTheMap } from "./SeeTheMap";
import { changesNothing, countsOf, sayDone } from "./tally";
import { startOver } from "./work";

const HELD = "One undo takes all of it back. The mapping is remembered for lists like this one.";

/** The third step: what became of it, and where to go from there. */
export function Done({ title, imported }: { title: string; imported: Imported }) {
  const navigate = useNavigate();
  const hasChanged = !changesNothing(imported);
  return (
    <Outcome
      title="Import"
      file={title}
      said={sayDone(imported)}
      standing={useStanding(hasChanged)}
      {...(hasChanged && { note: HELD })}
      facts={
        <>
          <Counts counts={countsOf(imported, "done")} />
          <Notes notes={imported.notes} />
        </>
      }
      verbs={
        <>
          <SeeTheMap />
          <Button icon={SquareStack} onPress={() => void navigate({ to: "/assets" })}>
            See the assets
          </Button>
          <Button icon={FileInput} onPress={startOver}>
            Import another
          </Button>
        </>
      }
    >
      <Rejections rejected={imported.rejected} />
    </Outcome>
  );
}
