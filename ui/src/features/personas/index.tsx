import { Plus, UsersRound } from "lucide-react";
import { useMemo, useRef } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import type { Persona } from "@/bindings/Persona";
import { EmptyState } from "@/components/EmptyState";
import { LineEntry } from "@/components/LineEntry";
import { Page } from "@/components/Page";
import { useSortable } from "@/components/Sortable";
import { useInterviews, usePersonas, useTriggers } from "@/rpc/lists";
import { mutate, mutateField } from "@/rpc/mutate";
import { evidenceOf, sayInterviews } from "./evidence";
import { PersonaCard } from "./PersonaCard";
import styles from "./Personas.module.css";
import { useMap } from "./queries";

function Cards({ personas, entry }: { personas: readonly Persona[]; entry: React.ReactNode }) {
  const map = useMap();
  const triggers = useTriggers();
  const interviews = useInterviews();
  const sortable = useSortable({
    axis: "x",
    items: personas,
    onReorder: (ids) => void mutate("persona.reorder", { ids }, { toast: "Personas reordered" }),
  });
  return (
    <ul className={styles.cards} aria-label="Personas">
      {personas.map((persona) => (
        <PersonaCard
          key={persona.id}
          persona={persona}
          row={map.personas.find(({ id }) => id === persona.id)}
          triggers={triggers.filter(({ personaIds }) => personaIds.includes(persona.id))}
          evidence={evidenceOf(interviews, persona.id)}
          sortable={sortable}
        />
      ))}
      <li className={styles.entry}>{entry}</li>
    </ul>
  );
}

function addPersona(name: string): Promise<string | null> {
  return mutateField("persona.create", { fields: { name } }, { toast: `${name} added` });
}

export { PersonaPage } from "./PersonaPage";

export function PersonasView() {
  const personas = usePersonas();
  const interviews = useInterviews();
  const field = useRef<HTMLInputElement>(null);
  const add = useMemo<Action>(
    () => ({
      id: "persona.new",
      label: "New persona",
      icon: Plus,
      group: "Personas",
      shortcut: "N",
      isEdit: true,
      run: () => field.current?.focus(),
    }),
    [],
  );
  useActions(useMemo(() => [add], [add]));
  const entry = (
    <LineEntry
      ref={field}
      label="Name of the new persona"
      placeholder="New persona, such as CFO"
      onAdd={addPersona}
    />
  );
  const summary = personas.length > 0 && (
    <>
      <strong>{personas.length}</strong> in the decision · {sayInterviews(interviews.length)} behind them
    </>
  );
  return (
    <Page title="Personas" summary={summary} actions={<ActionButton action={add} look="primary" />}>
      {personas.length === 0 ? (
        <EmptyState
          icon={UsersRound}
          title="Who takes part in the decision?"
          text="A persona is a role in the purchase: what it weighs, what moves it, what keeps it awake. Each becomes a row of the architecture. Type the first one's name."
          action={entry}
        />
      ) : (
        <Cards personas={personas} entry={entry} />
      )}
    </Page>
  );
}
