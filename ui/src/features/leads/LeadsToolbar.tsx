import { ChevronDown, X } from "lucide-react";
import type { Ref } from "react";
import type { LeadGroup } from "@/bindings/LeadGroup";
import type { LeadState } from "@/bindings/LeadState";
import { AnyOf } from "@/components/AnyOf";
import { Button } from "@/components/Button";
import { MenuButton } from "@/components/Menu";
import { TextFilter } from "@/components/TextFilter";
import { BehindFilter } from "@/parts/BehindFilter";
import { usePersonas, useStages } from "@/rpc/lists";
import { LEAD_GROUP_WORDS, LEAD_GROUPS } from "@/words/funnel";
import { LEAD_STATES, STATE_WORDS } from "@/words/scoring";
import styles from "./Leads.module.css";
import { countFilters, type LeadsSearch, WITHOUT } from "./search";

const STAGES = [{ id: "differ", label: "Content and CRM differ" }] as const;
const GROUPS = LEAD_GROUPS.map((id) => ({ id, label: LEAD_GROUP_WORDS[id] }));
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

/** A stage comes with the address, from the funnel, and can be taken out again. */
function AtStage({ search: { stage: id }, onStage }: LeadsToolbarProps) {
  const stage = useStages().find((one) => one.id === id);
  return id === undefined ? null : (
    <Button
      icon={X}
      onPress={() => onStage(undefined)}
      aria-label={`At ${stage?.name ?? "a stage that is gone"}: take this filter out`}
    >
      At {stage?.name ?? "a stage that is gone"}
    </Button>
  );
}

export interface LeadsToolbarProps {
  search: LeadsSearch;
  onText: (text: string) => void;
  onPersona: (persona: string | undefined) => void;
  onState: (state: LeadState | undefined) => void;
  onStages: (stages: "differ" | undefined) => void;
  onGroup: (group: LeadGroup | undefined) => void;
  onStage: (stage: string | undefined) => void;
  /** All leads again, not only those behind a figure. */
  onAll: () => void;
  onClear: () => void;
  field: Ref<HTMLInputElement>;
}

export function LeadsToolbar(props: LeadsToolbarProps) {
  const { search, onText, onPersona, onState, onStages, onGroup, onAll, onClear, field } = props;
  const { text, persona, state, stages, group, behind } = search;
  return (
    <>
      <TextFilter label="Find in leads" value={text ?? ""} onChange={onText} field={field} />
      <PersonaFilter value={persona} onChange={onPersona} />
      <AnyOf label="Stands" any="Stands anywhere" choices={STATES} value={state} onChange={onState} />
      <AnyOf label="Stages" any="Any stages" choices={STAGES} value={stages} onChange={onStages} />
      <AnyOf
        label="In the funnel"
        any="Anywhere in the funnel"
        choices={GROUPS}
        value={group}
        onChange={onGroup}
      />
      <AtStage {...props} />
      <BehindFilter behind={behind} onClear={onAll} />
      {countFilters(search) > 1 && (
        <Button look="quiet" onPress={onClear}>
          Clear
        </Button>
      )}
    </>
  );
}
