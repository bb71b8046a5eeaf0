import { useNavigate } from "@tanstack/react-router";
import { ChartSpline, ContactRound, FileInput, Redo2, Table2, Undo2 } from "lucide-react";
import { useActionContext } from "@/actions/useActionContext";
import type { FactKind } from "@/bindings/FactKind";
import type { FactsImported } from "@/bindings/FactsImported";
import type { Subject } from "@/bindings/Subject";
import { Button } from "@/components/Button";
import { redo, undo } from "@/rpc/mutate";
import { sayHolds } from "@/words/facts";
import { Counts, Notes } from "../Found";
import { Outcome, type Standing, useStanding } from "../Outcome";
import { Rejections } from "../Rejections";
import { startOver } from "./taking";
import { changesNothing, countsOf, sayTaken } from "./words";

/** Where what a file held is looked at; else with the leads. */
const TABLES: Readonly<Partial<Record<FactKind, Subject>>> = {
  accounts: "account",
  deals: "deal",
  sends: "send",
  channelDays: "channelDay",
  stageCounts: "stageCount",
};

const TELLS_STAGES: ReadonlySet<FactKind> = new Set<FactKind>(["moves", "deals", "stageCounts"]);

function sayKept(kind: FactKind): string {
  const what = TELLS_STAGES.has(kind)
    ? "The mapping and what the file said of stages are remembered"
    : "The mapping is remembered";
  return `One undo takes all of it back. ${what} for files like this one.`;
}

/** The ways to what came in. */
function Look({ imported: { kind, events } }: { imported: FactsImported }) {
  const navigate = useNavigate();
  const context = useActionContext();
  const table = TABLES[kind];
  if (table !== undefined) {
    return (
      <Button look="primary" icon={Table2} autoFocus onPress={() => context().go(`/facts/${table}`)}>
        {`See the ${sayHolds(kind)}`}
      </Button>
    );
  }
  return (
    <>
      <Button look="primary" icon={ContactRound} autoFocus onPress={() => void navigate({ to: "/leads" })}>
        See the leads
      </Button>
      {kind !== "moves" && events > 0 && (
        <Button icon={ChartSpline} onPress={() => context().go("/consumption")}>
          See the consumption gap
        </Button>
      )}
    </>
  );
}

function UndoOrRedo({ standing: { isLatest, isTakenBack } }: { standing: Standing }) {
  if (isLatest) {
    return (
      <Button look="quiet" icon={Undo2} onPress={() => void undo()}>
        Undo
      </Button>
    );
  }
  return isTakenBack ? (
    <Button look="quiet" icon={Redo2} onPress={() => void redo()}>
      Redo
    </Button>
  ) : null;
}

/** The third step: what became of the file, and where to go from there. */
export function FactsDone({ title, imported }: { title: string; imported: FactsImported }) {
  const hasChanged = !changesNothing(imported);
  const standing = useStanding(hasChanged);
  return (
    <Outcome
      title="Import"
      file={title}
      said={sayTaken(imported)}
      standing={standing}
      {...(hasChanged && { note: sayKept(imported.kind) })}
      facts={
        <>
          <Counts counts={countsOf(imported)} />
          <Notes notes={imported.notes} />
        </>
      }
      verbs={
        <>
          <Look imported={imported} />
          <Button icon={FileInput} onPress={startOver}>
            Import another
          </Button>
          <UndoOrRedo standing={standing} />
        </>
      }
    >
      <Rejections rejected={imported.rejected} count={imported.rejectedCount} />
    </Outcome>
  );
}
