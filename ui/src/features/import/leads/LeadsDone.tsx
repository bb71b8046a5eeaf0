import { useNavigate } from "@tanstack/react-router";
import { ChartSpline, ContactRound, FileInput, Redo2, Undo2 } from "lucide-react";
import { useActionContext } from "@/actions/useActionContext";
import type { FactsImported } from "@/bindings/FactsImported";
import { Button } from "@/components/Button";
import { redo, undo } from "@/rpc/mutate";
import { Counts, Notes } from "../Found";
import { Outcome, useStanding } from "../Outcome";
import { Rejections } from "../Rejections";
import { startOver } from "./taking";
import { changesNothing, countsOf, sayTaken } from "./words";

const HELD = "One undo takes all of it back. The mapping is remembered for files like this one.";

/** The third step: what became of the file, and where to go from there. */
export function LeadsDone({ title, imported }: { title: string; imported: FactsImported }) {
  const navigate = useNavigate();
  const context = useActionContext();
  const hasChanged = !changesNothing(imported);
  const standing = useStanding(hasChanged);
  return (
    <Outcome
      title="Import"
      file={title}
      said={sayTaken(imported)}
      standing={standing}
      {...(hasChanged && { note: HELD })}
      facts={
        <>
          <Counts counts={countsOf(imported)} />
          <Notes notes={imported.notes} />
        </>
      }
      verbs={
        <>
          <Button
            look="primary"
            icon={ContactRound}
            autoFocus
            onPress={() => void navigate({ to: "/leads" })}
          >
            See the leads
          </Button>
          <Button icon={ChartSpline} onPress={() => context().go("/consumption")}>
            See the consumption gap
          </Button>
          <Button icon={FileInput} onPress={startOver}>
            Import another
          </Button>
          {standing.isLatest && (
            <Button look="quiet" icon={Undo2} onPress={() => void undo()}>
              Undo
            </Button>
          )}
          {standing.isTakenBack && (
            <Button look="quiet" icon={Redo2} onPress={() => void redo()}>
              Redo
            </Button>
          )}
        </>
      }
    >
      <Rejections rejected={imported.rejected} count={imported.rejectedCount} />
    </Outcome>
  );
}
