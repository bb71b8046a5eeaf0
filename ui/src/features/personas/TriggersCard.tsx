import type { Persona } from "@/bindings/Persona";
import type { Trigger } from "@/bindings/Trigger";
import { Card } from "@/components/Card";
import { LineEntry } from "@/components/LineEntry";
import { ToggleChips } from "@/components/ToggleChips";
import { mutate, mutateField } from "@/rpc/mutate";
import styles from "./PersonaPage.module.css";

export interface TriggersCardProps {
  persona: Persona;
  triggers: readonly Trigger[];
  /** The ids of those that nothing in Engage answers for this persona. */
  unanswered: readonly string[];
}

function toggle(trigger: Trigger, persona: Persona, isMoved: boolean) {
  const rest = trigger.personaIds.filter((id) => id !== persona.id);
  return mutate(
    "trigger.update",
    { id: trigger.id, set: { personaIds: isMoved ? [...rest, persona.id] : rest } },
    {
      toast: isMoved
        ? `${trigger.name} moves ${persona.name}`
        : `${trigger.name} no longer moves ${persona.name}`,
    },
  );
}

export function TriggersCard({ persona, triggers, unanswered }: TriggersCardProps) {
  const moving = triggers.filter(({ personaIds }) => personaIds.includes(persona.id));
  const chips = triggers.map(({ id, name }) => ({
    id,
    label: name,
    ...(unanswered.includes(id) && { warning: "unanswered" }),
  }));
  const onChange = (chosen: readonly string[]) => {
    for (const trigger of triggers) {
      const isMoved = chosen.includes(trigger.id);
      if (isMoved !== moving.includes(trigger)) {
        void toggle(trigger, persona, isMoved);
      }
    }
  };
  return (
    <Card
      title="Triggers"
      aside={
        moving.length === 0 ? "What moves them to buy?" : `${moving.length} of ${triggers.length} move them`
      }
    >
      <div className={styles.stack}>
        {triggers.length > 0 && (
          <ToggleChips
            label={`Triggers that move ${persona.name}`}
            chips={chips}
            value={moving.map(({ id }) => id)}
            onChange={onChange}
          />
        )}
        <LineEntry
          label="Name of a new trigger"
          placeholder={`New trigger that moves ${persona.name}`}
          onAdd={(name) =>
            mutateField(
              "trigger.create",
              { fields: { name, personaIds: [persona.id] } },
              { toast: `${name} added` },
            )
          }
        />
      </div>
    </Card>
  );
}
