import { Trash2 } from "lucide-react";
import type { RefObject } from "react";
import { useDeletion } from "@/actions/deletion";
import type { Carried } from "@/bindings/Carried";
import type { Decision } from "@/bindings/Decision";
import type { DecisionFields } from "@/bindings/DecisionFields";
import { Card } from "@/components/Card";
import { Checkbox } from "@/components/Checkbox";
import { IconButton } from "@/components/IconButton";
import { InlineEdit } from "@/components/InlineEdit";
import { LineEntry } from "@/components/LineEntry";
import { SavedDate } from "@/components/SavedDate";
import { today } from "@/components/today";
import { LOCALE } from "@/locale";
import { mutateField } from "@/rpc/mutate";
import styles from "./Reviews.module.css";

function save(id: string, set: Partial<DecisionFields>): Promise<string | null> {
  return mutateField("decision.update", { id, set });
}

interface ItemProps {
  decision: Decision;
  /** The review it comes from, where that is an earlier one. */
  from?: string;
  onDelete?: () => void;
}

function Item({ decision: { id, text, owner, dueOn, doneOn }, from, onDelete }: ItemProps) {
  const isDone = doneOn !== null;
  const isLate = !isDone && dueOn !== null && dueOn < today();
  return (
    <li className={styles.decision} data-done={isDone || undefined}>
      <Checkbox
        label={`Done: ${text}`}
        isSelected={isDone}
        onChange={(done) => void save(id, { doneOn: done ? today() : null })}
      />
      <div className={styles.decided}>
        <InlineEdit
          label="Decision"
          value={text}
          isRequired
          isMultiline
          onCommit={(next) => save(id, { text: next })}
        />
        {from !== undefined && <span className={styles.quiet}>From {from}</span>}
      </div>
      <div className={styles.owner}>
        <InlineEdit
          label={`Owner of: ${text}`}
          value={owner}
          placeholder="Who does it?"
          onCommit={(next) => save(id, { owner: next })}
        />
      </div>
      <div className={styles.due} data-late={isLate || undefined}>
        <SavedDate
          isLabelHidden
          isQuiet
          label={`Due: ${text}`}
          value={dueOn}
          onSave={(next) => save(id, { dueOn: next })}
        />
      </div>
      {onDelete !== undefined && (
        <IconButton isEdit icon={Trash2} label={`Delete the decision: ${text}`} onPress={onDelete} />
      )}
    </li>
  );
}

export interface DecisionsProps {
  reviewId: string;
  decisions: readonly Decision[];
  carried: readonly Carried[];
  field: RefObject<HTMLInputElement | null>;
}

/** What was decided, by whom and by when, and what earlier reviews left to do. */
export function Decisions({ reviewId, decisions, carried, field }: DecisionsProps) {
  const deletion = useDeletion();
  const add = (text: string) =>
    mutateField(
      "decision.create",
      { fields: { reviewId, text, owner: "", dueOn: null, doneOn: null } },
      { toast: "Decision kept" },
    );
  return (
    <Card
      title="Decisions"
      aside={decisions.length === 0 ? undefined : decisions.length.toLocaleString(LOCALE)}
    >
      <div className={styles.stack}>
        {decisions.length > 0 && (
          <ul aria-label="Decisions">
            {decisions.map((decision) => (
              <Item
                key={decision.id}
                decision={decision}
                onDelete={() => deletion.ask({ kind: "decision", id: decision.id, name: "the decision" })}
              />
            ))}
          </ul>
        )}
        {deletion.notice}
        <LineEntry ref={field} label="New decision" placeholder="What was decided?" onAdd={add} />
        {carried.length > 0 && (
          <section aria-label="Carried over">
            <h3 className={styles.subtitle}>Carried over</h3>
            <ul>
              {carried.map(({ decision, review }) => (
                <Item key={decision.id} decision={decision} from={review} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Card>
  );
}
