import { ChevronDown } from "lucide-react";
import { type Ref, useEffect, useState } from "react";
import type { LeadState } from "@/bindings/LeadState";
import { AnyOf } from "@/components/AnyOf";
import { Button } from "@/components/Button";
import { MenuButton } from "@/components/Menu";
import { SearchField } from "@/components/SearchField";
import { usePersonas } from "@/rpc/lists";
import { LEAD_STATES, STATE_WORDS } from "@/words/scoring";
import styles from "./Leads.module.css";
import { type LeadsSearch, WITHOUT } from "./search";

const STATES = LEAD_STATES.map((id) => ({ id, label: STATE_WORDS[id] }));

// A pause in typing; long enough not to look through millions of leads for every letter.
const PAUSE_MS = 160;

interface TextFilterProps {
  value: string;
  onChange: (text: string) => void;
  field: Ref<HTMLInputElement>;
}

function TextFilter({ value, onChange, field }: TextFilterProps) {
  const [known, setKnown] = useState(value);
  const [text, setText] = useState(value);
  // The address can also change elsewhere: by Back, by clearing the filter.
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    const timer = setTimeout(() => text !== value && onChange(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <div className={styles.find}>
      <SearchField label="Find in leads" value={text} onChange={setText} ref={field} />
    </div>
  );
}

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
  onClear: () => void;
  field: Ref<HTMLInputElement>;
}

export function LeadsToolbar({ search, onText, onPersona, onState, onClear, field }: LeadsToolbarProps) {
  const { text, persona, state } = search;
  const narrowed = [text, persona, state].filter((part) => part !== undefined).length;
  return (
    <>
      <TextFilter value={text ?? ""} onChange={onText} field={field} />
      <PersonaFilter value={persona} onChange={onPersona} />
      <AnyOf label="Stands" any="Stands anywhere" choices={STATES} value={state} onChange={onState} />
      {narrowed > 1 && (
        <Button look="quiet" onPress={onClear}>
          Clear
        </Button>
      )}
    </>
  );
}
