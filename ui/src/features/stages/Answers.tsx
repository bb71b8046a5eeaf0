import { Plus, SquarePen } from "lucide-react";
import { useState } from "react";
import type { Hit } from "@/bindings/Hit";
import type { Need } from "@/bindings/Need";
import type { NeedInCell } from "@/bindings/NeedInCell";
import type { Stage } from "@/bindings/Stage";
import { Button } from "@/components/Button";
import { EditOnly } from "@/components/EditOnly";
import { ListRow, RowList } from "@/components/ListRow";
import { SearchField } from "@/components/SearchField";
import { PlanDialog } from "@/placing/PlanDialog";
import { mutate } from "@/rpc/mutate";
import { useCall } from "@/rpc/useCall";
import { Answer } from "./Answer";
import styles from "./Rail.module.css";

const OFFERED = 6;
const SEARCHED = 40;
const NO_HITS: readonly Hit[] = [];

export interface AnswersProps {
  need: Need;
  stage: Stage;
  /** Where it stands, persona by persona. */
  cells: readonly NeedInCell[];
}

function keep(need: Need, answerIds: string[], toast: string) {
  return mutate("need.update", { id: need.id, set: { answerIds } }, { toast });
}

/** Finds an asset by its words; a choice answers the need. */
function Finder({ need }: { need: Need }) {
  const [text, setText] = useState("");
  const asked = text.trim();
  const { data: hits, isPlaceholderData } = useCall(
    "search",
    { text: asked, limit: SEARCHED },
    { enabled: asked !== "", keepPrevious: true },
  );
  const offered = (hits ?? NO_HITS)
    .filter(({ kind, id }) => kind === "asset" && !need.answerIds.includes(id))
    .slice(0, OFFERED);
  const add = async (hit: Hit) => {
    await keep(need, [...need.answerIds, hit.id], `${hit.title} answers it`);
    setText("");
  };
  return (
    <>
      <SearchField label="Find an asset that answers it" value={text} onChange={setText} />
      {asked !== "" && (
        <RowList label="Assets found">
          {offered.map((hit) => (
            <ListRow
              key={hit.id}
              lead={<Plus aria-hidden size={14} />}
              title={hit.title}
              detail={hit.place}
              onOpen={() => void add(hit)}
            />
          ))}
        </RowList>
      )}
      {asked !== "" && hits && !isPlaceholderData && offered.length === 0 && (
        <p className={styles.signed}>No asset fits.</p>
      )}
    </>
  );
}

/** The assets that answer a need; it counts as answered where one of them is placed and live. */
export function Answers({ need, stage, cells }: AnswersProps) {
  const [isPlanning, setPlanning] = useState(false);
  const open = cells.find(({ status }) => status === "open") ?? cells[0];
  return (
    <div className={styles.part}>
      <h3 className={styles.label}>Answered by</h3>
      {need.answerIds.length > 0 && (
        <RowList label="Assets that answer it">
          {need.answerIds.map((id) => (
            <Answer
              key={id}
              assetId={id}
              stage={stage}
              personaIds={cells.map(({ personaId }) => personaId)}
              onRemove={() =>
                void keep(
                  need,
                  need.answerIds.filter((other) => other !== id),
                  "Answer taken off",
                )
              }
            />
          ))}
        </RowList>
      )}
      <EditOnly>
        <Finder need={need} />
        {open && (
          <div>
            <Button icon={SquarePen} onPress={() => setPlanning(true)}>
              Plan an asset…
            </Button>
          </div>
        )}
      </EditOnly>
      {isPlanning && open && (
        <PlanDialog
          at={{ personaId: open.personaId, stageId: need.stageId }}
          need={need}
          onClose={() => setPlanning(false)}
        />
      )}
    </div>
  );
}
