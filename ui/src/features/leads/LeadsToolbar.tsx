import { ChevronDown } from "lucide-react";
import type { Ref } from "react";
import type { LeadState } from "@/bindings/LeadState";
import { AnyOf } from "@/components/AnyOf";
import { Button } from "@/components/Button";
import { MenuButton } from "@/components/Menu";
import { TextFilter } from "@/components/TextFilter";
import { usePersonas } from "@/rpc/lists";
import { LEAD_STATES, STATE_WORDS } from "@/words/scoring";
import styles from "./Leads.module.css";
import { type LeadsSearch, WITHOUT } from "./search";

const STAGES = [{ id: "differ", label: "Content and CRM differ" }] as const;
const STATES = LEAD_STATES.map((id) => ({ id, label: STATE_WORDS[id] }));

interface PersonaFilterProps {
  value: string | undefined;
  onChange: (persona: string | undefined) => void;
}

function PersonaFilter({ value, onChange }: PersonaFilterProps) {
  const personas = usePersonas();
  const entry = (id: string | undefined, label: string) => ({
    id: id ?? "any",
    label,
    isChosen: value === id,
    run: () => onChange(id),
  });
  const groups = [
    { id: "all", entries: [entry(undefined, "Any persona"), entry(WITHOUT, "Without a persona")] },
    { id: "personas", entries: personas.map(({ id, name }) => entry(id, name)) },
  ];
  const chosen = value === WITHOUT ? "none" : personas.find(({ id }) => id === value)?.name;
  return (
    <MenuButton label="Persona" groups={groups}>
      <Button>
        <span className={styles.persona}>Persona: {chosen ?? "any"}</span>
        <ChevronDown aria-hidden className={styles.arrow} />
      </Button>
    </MenuButton>
  );
}

export interface LeadsToolbarProps {
  search: LeadsSearch;
  onText: (text: string) => void;
  onPersona: (persona: string | undefined) => void;
  onState: (state: LeadState | undefined) => void;
  onStages: (stages: "differ" | undefined) => void;
  onClear: () => void;
  field: Ref<HTMLInputElement>;
}

export function LeadsToolbar(props: LeadsToolbarProps) {
  const { search, onText, onPersona, onState, onStages, onClear, field } = props;
  const { text, persona, state, stages } = search;
  const narrowed = [text, persona, state, stages].filter((part) => part !== undefined).length;
  return (
    <>
      <TextFilter label="Find in leads" value={text ?? ""} onChange={onText} field={field} />
      <PersonaFilter value={persona} onChange={onPersona} />
      <AnyOf label="Stands" any="Stands anywhere" choices={STATES} value={state} onChange={onState} />
      <AnyOf label="Stages" any="Any stages" choices={STAGES} value={stages} onChange={onStages} />
      {narrowed > 1 && (
        <Button look="quiet" onPress={onClear}>
          Clear
        </Button>
      )}
    </>
  );
}
