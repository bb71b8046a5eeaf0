import type { Need } from "@/bindings/Need";
import type { Stage } from "@/bindings/Stage";
import { LineEntry } from "@/components/LineEntry";
import { useSortable } from "@/components/Sortable";
import { usePersonas } from "@/rpc/lists";
import { mutate, mutateField } from "@/rpc/mutate";
import { capital } from "@/words/text";
import styles from "./Line.module.css";
import { runsOf } from "./phases";
import { useStandings } from "./queries";
import { StageColumn } from "./StageColumn";

/** A new stage goes on where the last one left off. */
export function addStage(journeyId: string, stages: readonly Stage[], name: string): Promise<string | null> {
  const last = stages.at(-1);
  return mutateField(
    "stage.create",
    {
      fields: {
        journeyId,
        name,
        phase: last?.phase ?? "engage",
        owner: last?.owner ?? "marketing",
        kind: last?.kind ?? "lead",
      },
    },
    { toast: `${name} added` },
  );
}

export interface LineProps {
  journeyId: string;
  stages: readonly Stage[];
  needs: readonly Need[];
  shownStage: string | undefined;
  shownNeed: string | undefined;
  onOpen: (what: { stage: string } | { need: string }) => void;
  entryRef: React.Ref<HTMLInputElement>;
}

/** The journey from left to right, its stages under their phases. */
export function Line({ journeyId, stages, needs, shownStage, shownNeed, onOpen, entryRef }: LineProps) {
  const personas = usePersonas();
  const standing = useStandings(journeyId);
  const sortable = useSortable({
    axis: "x",
    items: stages,
    onReorder: (ids) => void mutate("stage.reorder", { ids }, { toast: "Stages reordered" }),
  });
  return (
    <div className={styles.line}>
      {runsOf(stages).map((run) => (
        <section
          key={`${run.phase} ${run.stages[0]?.id}`}
          className={styles.phase}
          style={{ "--stages": run.stages.length } as React.CSSProperties}
          aria-label={capital(run.phase)}
        >
          <h2 className={styles.phaseName}>{capital(run.phase)}</h2>
          <ol className={styles.stages}>
            {run.stages.map((stage) => (
              <StageColumn
                key={stage.id}
                stage={stage}
                needs={needs.filter(({ stageId }) => stageId === stage.id)}
                personas={personas}
                standing={standing}
                sortable={sortable}
                isShown={stage.id === shownStage}
                shownNeed={shownNeed}
                onOpen={onOpen}
              />
            ))}
          </ol>
        </section>
      ))}
      <div className={styles.entry}>
        <LineEntry
          ref={entryRef}
          label="Name of the new stage"
          placeholder="New stage"
          onAdd={(name) => addStage(journeyId, stages, name)}
        />
      </div>
    </div>
  );
}
