import { Megaphone, Plus } from "lucide-react";
import { useMemo, useRef } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import type { ProgrammeRow } from "@/bindings/ProgrammeRow";
import { EmptyState } from "@/components/EmptyState";
import { LineEntry } from "@/components/LineEntry";
import { Page } from "@/components/Page";
import { LOCALE } from "@/locale";
import { usePersonas, useProgrammes } from "@/rpc/lists";
import { mutateField } from "@/rpc/mutate";
import { sayCount } from "@/words/edits";
import { capital } from "@/words/text";
import { ProgrammeItem } from "./ProgrammeItem";
import styles from "./Programmes.module.css";
import { STATES } from "./words";

export { ProgrammePage } from "./ProgrammePage";

const NOTHING =
  "A programme is what marketing runs: its goal, for whom, with which content and what it costs. What sales must know of it, and each change, is told to sales on their Home. Type the first one's name.";

function addProgramme(name: string): Promise<string | null> {
  return mutateField("programme.create", { fields: { name } }, { toast: `${name} added` });
}

function Groups({ rows }: { rows: readonly ProgrammeRow[] }) {
  const personas = usePersonas();
  const groups = STATES.map((state) => ({
    state,
    rows: rows.filter(({ programme }) => programme.state === state),
  }));
  return groups
    .filter((group) => group.rows.length > 0)
    .map((group) => (
      <section key={group.state} aria-label={capital(group.state)}>
        <h2 className={styles.state}>
          {capital(group.state)}{" "}
          <span className={styles.count}>{group.rows.length.toLocaleString(LOCALE)}</span>
        </h2>
        <ul className={styles.items}>
          {group.rows.map((row) => (
            <ProgrammeItem key={row.programme.id} row={row} personas={personas} />
          ))}
        </ul>
      </section>
    ));
}

/** What marketing runs, and what sales must know of it. */
export function ProgrammesView() {
  const rows = useProgrammes();
  const field = useRef<HTMLInputElement>(null);
  const add = useMemo<Action>(
    () => ({
      id: "programme.new",
      label: "New programme",
      icon: Plus,
      group: "Programmes",
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
        label="Name of the new programme"
        placeholder="New programme, such as Audit season"
        onAdd={addProgramme}
      />
    </div>
  );
  const running = rows.filter(({ programme }) => programme.state === "running").length;
  const summary = rows.length > 0 && (
    <>
      <strong>{sayCount("programme", rows.length)}</strong>, {running.toLocaleString(LOCALE)} running
    </>
  );
  return (
    <Page title="Programmes" summary={summary} actions={<ActionButton action={add} look="primary" />}>
      {rows.length === 0 ? (
        <EmptyState icon={Megaphone} title="What does marketing run?" text={NOTHING} action={entry} />
      ) : (
        <div className={styles.groups}>
          <Groups rows={rows} />
          {entry}
        </div>
      )}
    </Page>
  );
}
