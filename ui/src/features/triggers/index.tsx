import { getRouteApi } from "@tanstack/react-router";
import { Plus, Zap } from "lucide-react";
import { useMemo, useRef } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useDeletion } from "@/actions/deletion";
import { useActions } from "@/actions/registry";
import type { Trigger } from "@/bindings/Trigger";
import { EmptyState } from "@/components/EmptyState";
import { LineEntry } from "@/components/LineEntry";
import { Page } from "@/components/Page";
import { useSortable } from "@/components/Sortable";
import { Table } from "@/components/Table";
import { usePersonas, useTriggerAnswers, useTriggers } from "@/rpc/lists";
import { mutate, mutateField } from "@/rpc/mutate";
import { TriggerRow } from "./TriggerRow";
import styles from "./Triggers.module.css";

const route = getRouteApi("/triggers");

const COLUMNS = [
  { id: "grip", title: "Order", isTitleHidden: true, width: "2.5rem" },
  { id: "name", title: "Trigger", width: "minmax(11rem, 3fr)" },
  { id: "signal", title: "How it is noticed", width: "minmax(10rem, 3fr)" },
  { id: "personas", title: "Personas it moves", width: "minmax(12rem, 4fr)" },
  { id: "answered", title: "Engage placements", width: "9rem" },
  { id: "verbs", title: "Verbs", isTitleHidden: true, width: "3rem" },
] as const;

function TriggerTable({ triggers }: { triggers: readonly Trigger[] }) {
  const personas = usePersonas();
  const answers = useTriggerAnswers();
  const { trigger: shown } = route.useSearch();
  const deletion = useDeletion();
  const sortable = useSortable({
    axis: "y",
    items: triggers,
    onReorder: (ids) => void mutate("trigger.reorder", { ids }, { toast: "Triggers reordered" }),
  });
  return (
    <div className={styles.card}>
      <div className={styles.scroll}>
        <Table label="Triggers" columns={COLUMNS}>
          {triggers.map((trigger) => (
            <TriggerRow
              key={trigger.id}
              trigger={trigger}
              personas={personas}
              answers={answers.find(({ triggerId }) => triggerId === trigger.id)}
              sortable={sortable}
              deletion={deletion}
              isShown={trigger.id === shown}
            />
          ))}
        </Table>
      </div>
    </div>
  );
}

function addTrigger(name: string): Promise<string | null> {
  return mutateField("trigger.create", { fields: { name } }, { toast: `${name} added` });
}

function Summary({ triggers }: { triggers: readonly Trigger[] }) {
  const answers = useTriggerAnswers();
  const open = answers.filter(({ unansweredBy }) => unansweredBy.length > 0).length;
  return (
    <>
      <strong>{triggers.length}</strong> that start a purchase ·{" "}
      {open === 0 ? "all answered in Engage" : `${open} unanswered for somebody`}
    </>
  );
}

export function TriggersView() {
  const triggers = useTriggers();
  const field = useRef<HTMLInputElement>(null);
  const add = useMemo<Action>(
    () => ({
      id: "trigger.new",
      label: "New trigger",
      icon: Plus,
      group: "Triggers",
      shortcut: "N",
      isEdit: true,
      run: () => field.current?.focus(),
    }),
    [],
  );
  useActions(useMemo(() => [add], [add]));
  const entry = (
    <div className={styles.entry}>
      <LineEntry
        ref={field}
        label="Name of the new trigger"
        placeholder="New trigger, such as Audit finding"
        onAdd={addTrigger}
      />
    </div>
  );
  const hasSome = triggers.length > 0;
  return (
    <Page
      title="Triggers"
      {...(hasSome && { summary: <Summary triggers={triggers} /> })}
      actions={<ActionButton action={add} look="primary" />}
    >
      {hasSome ? (
        <>
          <TriggerTable triggers={triggers} />
          {entry}
        </>
      ) : (
        <EmptyState
          icon={Zap}
          title="What starts a purchase?"
          text="A trigger is the event that makes a buyer look: a failed audit, a merger, a contract that ends. Content in Engage answers it; here you see which ones nothing answers. Type the first one's name."
          action={entry}
        />
      )}
    </Page>
  );
}
