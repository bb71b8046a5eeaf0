import { Trash2 } from "lucide-react";
import { type Deletion, useDeletion } from "@/actions/deletion";
import type { Interview } from "@/bindings/Interview";
import type { InterviewFields } from "@/bindings/InterviewFields";
import type { Persona } from "@/bindings/Persona";
import { Card } from "@/components/Card";
import { DateField } from "@/components/DateField";
import { IconButton } from "@/components/IconButton";
import { InlineEdit } from "@/components/InlineEdit";
import { LineEntry } from "@/components/LineEntry";
import { ToggleChips } from "@/components/ToggleChips";
import { today } from "@/components/today";
import { useDraft } from "@/components/useDraft";
import { mutateField } from "@/rpc/mutate";
import { EvidenceBars } from "./EvidenceBars";
import { evidenceOf, sayEvidence, VALIDATED, type Validated } from "./evidence";
import styles from "./PersonaPage.module.css";

function save(id: string, set: Partial<InterviewFields>): Promise<string | null> {
  return mutateField("interview.update", { id, set });
}

const CHIPS = VALIDATED.map(({ id, label }) => ({ id, label }));

function InterviewItem({ interview, deletion }: { interview: Interview; deletion: Deletion }) {
  const heldOn = useDraft(interview.heldOn, (next) => save(interview.id, { heldOn: next }));
  const keepValidated = (chosen: readonly string[]) => {
    const has = (what: Validated) => chosen.includes(what);
    void save(interview.id, {
      preferences: has("preferences"),
      process: has("process"),
      problems: has("problems"),
    });
  };
  return (
    <li className={styles.interview}>
      <div className={styles.interviewHead}>
        <div className={styles.grow}>
          <InlineEdit
            label="Who was interviewed"
            value={interview.who}
            isRequired
            onCommit={(who) => save(interview.id, { who })}
          />
        </div>
        <DateField
          label={`Date of the interview with ${interview.who}`}
          isLabelHidden
          value={heldOn.value}
          onChange={heldOn.change}
        />
        <IconButton
          isEdit
          icon={Trash2}
          label={`Delete the interview with ${interview.who}`}
          onPress={() =>
            deletion.ask({ kind: "interview", id: interview.id, name: `interview with ${interview.who}` })
          }
        />
      </div>
      <ToggleChips
        label={`What the interview with ${interview.who} validated`}
        chips={CHIPS}
        value={VALIDATED.filter(({ id }) => interview[id]).map(({ id }) => id)}
        onChange={keepValidated}
      />
      <InlineEdit
        label={`Notes on ${interview.who}`}
        value={interview.notes}
        placeholder="What was said"
        isMultiline
        onCommit={(notes) => save(interview.id, { notes })}
      />
      {deletion.askedId === interview.id && deletion.notice}
    </li>
  );
}

export function EvidenceCard({
  persona,
  interviews,
}: {
  persona: Persona;
  interviews: readonly Interview[];
}) {
  const deletion = useDeletion();
  const evidence = evidenceOf(interviews, persona.id);
  const own = interviews
    .filter(({ personaId }) => personaId === persona.id)
    .toSorted((a, b) => (b.heldOn ?? "").localeCompare(a.heldOn ?? ""));
  return (
    <Card title="Evidence" aside={sayEvidence(evidence)}>
      <div className={styles.stack}>
        <EvidenceBars evidence={evidence} />
        <LineEntry
          label="Who was interviewed"
          placeholder="New interview: who was it with?"
          onAdd={(who) =>
            mutateField(
              "interview.create",
              { fields: { personaId: persona.id, who, heldOn: today() } },
              { toast: `Interview with ${who} added` },
            )
          }
        />
        {own.length > 0 && (
          <ul className={styles.interviews} aria-label="Interviews">
            {own.map((interview) => (
              <InterviewItem key={interview.id} interview={interview} deletion={deletion} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
