import { Trash2 } from "lucide-react";
import { useDeletion } from "@/actions/deletion";
import type { Insight } from "@/bindings/Insight";
import type { InsightFields } from "@/bindings/InsightFields";
import type { Persona } from "@/bindings/Persona";
import { Card } from "@/components/Card";
import { DateField } from "@/components/DateField";
import { IconButton } from "@/components/IconButton";
import { InlineEdit } from "@/components/InlineEdit";
import { LineEntry } from "@/components/LineEntry";
import { today } from "@/components/today";
import { LOCALE } from "@/locale";
import { mutateField } from "@/rpc/mutate";
import { useSession } from "@/rpc/session";
import { useSpeakerId } from "@/rpc/speaker";
import styles from "./PersonaPage.module.css";

function save(id: string, set: Partial<InsightFields>): Promise<string | null> {
  return mutateField("insight.update", { id, set });
}

function useSpeakerName(): string {
  const members = useSession()?.open?.members ?? [];
  const id = useSpeakerId();
  return members.find((member) => member.id === id)?.name ?? members[0]?.name ?? "";
}

export function InsightsCard({ persona, insights }: { persona: Persona; insights: readonly Insight[] }) {
  const deletion = useDeletion();
  const author = useSpeakerName();
  const own = insights
    .filter(({ personaId }) => personaId === persona.id)
    .toSorted((a, b) => (b.saidOn ?? "").localeCompare(a.saidOn ?? ""));
  return (
    <Card title="What sales hears" aside={own.length === 0 ? undefined : own.length.toLocaleString(LOCALE)}>
      <div className={styles.stack}>
        <LineEntry
          label="New sales insight"
          placeholder={`What do reps hear from a ${persona.name}?`}
          onAdd={(text) =>
            mutateField(
              "insight.create",
              { fields: { personaId: persona.id, text, author, saidOn: today() } },
              { toast: "Insight added" },
            )
          }
        />
        {own.length > 0 && (
          <ul className={styles.insights} aria-label="Sales insights">
            {own.map((insight) => (
              <li key={insight.id} className={styles.insight}>
                <div className={styles.grow}>
                  <InlineEdit
                    label="Insight"
                    value={insight.text}
                    isRequired
                    onCommit={(text) => save(insight.id, { text })}
                  />
                  <div className={styles.signed}>
                    <InlineEdit
                      label="Said by"
                      value={insight.author}
                      placeholder="Who said it?"
                      onCommit={(by) => save(insight.id, { author: by })}
                    />
                    <DateField
                      label="Said on"
                      isLabelHidden
                      value={insight.saidOn}
                      onChange={(saidOn) => void save(insight.id, { saidOn })}
                    />
                  </div>
                </div>
                <IconButton
                  isEdit
                  icon={Trash2}
                  label={`Delete the insight: ${insight.text}`}
                  onPress={() => deletion.ask({ kind: "insight", id: insight.id, name: "the insight" })}
                />
              </li>
            ))}
          </ul>
        )}
        {deletion.notice}
      </div>
    </Card>
  );
}
