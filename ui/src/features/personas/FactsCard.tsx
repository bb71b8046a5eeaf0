import { useMemo } from "react";
import type { DecisionRole } from "@/bindings/DecisionRole";
import type { Persona } from "@/bindings/Persona";
import type { PersonaFields } from "@/bindings/PersonaFields";
import { Card } from "@/components/Card";
import { DotsField } from "@/components/DotsField";
import { InlineEdit } from "@/components/InlineEdit";
import { SavedTags } from "@/components/SavedTags";
import { Select } from "@/components/Select";
import { useDraft } from "@/components/useDraft";
import { useFormats } from "@/rpc/lists";
import { mutateField } from "@/rpc/mutate";
import { capital } from "@/words/text";
import styles from "./PersonaPage.module.css";
import { PERSONA_WEIGHT_WORDS } from "./weights";

const ROLES: Readonly<Record<DecisionRole, string>> = {
  "economic buyer": "Signs the money",
  champion: "Wants it and pushes for it",
  influencer: "Is asked and heard",
  "technical evaluator": "Judges whether it works",
  "end user": "Will work with it",
  gatekeeper: "Can keep others away",
};

const ROLE_CHOICES = (Object.keys(ROLES) as DecisionRole[]).map((id) => ({
  id,
  label: capital(id),
  detail: ROLES[id],
}));

export function savePersona(id: string, set: Partial<PersonaFields>): Promise<string | null> {
  return mutateField("persona.update", { id, set });
}

const LISTS = [
  {
    field: "challenges",
    label: "Challenges",
    placeholder: "What keeps them awake; Enter adds one",
    hint: undefined,
  },
  { field: "goals", label: "Goals", placeholder: "What they want to reach", hint: undefined },
  {
    field: "titlePatterns",
    label: "Job titles",
    placeholder: "Such as CFO, VP Finance, *financial officer*",
    hint: "Match leads to this persona; * stands for anything.",
  },
  { field: "channels", label: "Channels", placeholder: "Where they can be met", hint: undefined },
] as const;

function PreferredFormats({ persona }: { persona: Persona }) {
  const formats = useFormats();
  const names = useMemo(
    () => persona.preferredFormats.flatMap((id) => formats.find((format) => format.id === id)?.name ?? []),
    [persona.preferredFormats, formats],
  );
  const keep = (chosen: string[]) =>
    savePersona(persona.id, {
      preferredFormats: formats.filter(({ name }) => chosen.includes(name)).map(({ id }) => id),
    });
  return (
    <SavedTags
      label="Preferred formats"
      value={names}
      known={formats.map(({ name }) => name)}
      placeholder="Choose from the formats of this workspace"
      onSave={keep}
    />
  );
}

export function FactsCard({ persona }: { persona: Persona }) {
  const weight = useDraft(persona.weight, (next) => savePersona(persona.id, { weight: next }));
  return (
    <Card title="Who this is">
      <div className={styles.facts}>
        <div className={styles.pair}>
          <Select
            label="Role in the decision"
            choices={ROLE_CHOICES}
            value={persona.role}
            onChange={(role) => void savePersona(persona.id, { role })}
          />
          <DotsField
            label="Decision weight"
            value={weight.value}
            onChange={weight.change}
            hint={PERSONA_WEIGHT_WORDS[weight.value] ?? ""}
          />
        </div>
        {LISTS.map(({ field, label, placeholder, hint }) => (
          <SavedTags
            key={field}
            label={label}
            value={persona[field]}
            placeholder={placeholder}
            hint={hint}
            onSave={(next) => savePersona(persona.id, { [field]: next })}
          />
        ))}
        <PreferredFormats persona={persona} />
        <div>
          <p className={styles.label}>Notes</p>
          <InlineEdit
            label="Notes"
            value={persona.notes}
            placeholder="Anything else worth knowing"
            isMultiline
            onCommit={(notes) => savePersona(persona.id, { notes })}
          />
        </div>
      </div>
    </Card>
  );
}
