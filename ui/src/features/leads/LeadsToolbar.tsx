import { ChevronDown } from "lucide-react";
import type { Ref } from "react";
import { Button } from "@/components/Button";
import { MenuButton } from "@/components/Menu";
import { TextFilter } from "@/components/TextFilter";
import { usePersonas } from "@/rpc/lists";
import styles from "./Leads.module.css";
import { type LeadsSearch, WITHOUT } from "./search";

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
  onClear: () => void;
  field: Ref<HTMLInputElement>;
}

export function LeadsToolbar({ search, onText, onPersona, onClear, field }: LeadsToolbarProps) {
  const { text, persona } = search;
  return (
    <>
      <TextFilter label="Find in leads" value={text ?? ""} onChange={onText} field={field} />
      <PersonaFilter value={persona} onChange={onPersona} />
      {text !== undefined && persona !== undefined && (
        <Button look="quiet" onPress={onClear}>
          Clear
        </Button>
      )}
    </>
  );
}
