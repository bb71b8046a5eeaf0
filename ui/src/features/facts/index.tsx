import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ContactRound, FileInput, Search, Table2 } from "lucide-react";
import { type RefObject, useCallback, useMemo, useRef } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import { searchOver } from "@/actions/searchParams";
import type { FactCount } from "@/bindings/FactCount";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { SegmentedControl } from "@/components/SegmentedControl";
import { TextFilter } from "@/components/TextFilter";
import { LOCALE } from "@/locale";
import { useFactCounts } from "@/rpc/lists";
import { useClock } from "@/rpc/useClock";
import { SUBJECT_WORDS, saySubject } from "@/words/subjects";
import { FactTable } from "./FactTable";
import { type FactWindow, useFactWindow } from "./queries";
import { factsSearch, TABLED, type Tabled, tabledOf } from "./search";
import { TEACHES } from "./teaches";

const TITLE = "Imported data";

const BRING_IN: Action = {
  id: "facts.bringIn",
  label: "Import…",
  icon: FileInput,
  group: TITLE,
  isEdit: true,
  run: ({ go }) => go("/import?what=leads"),
};

const LEADS: Action = {
  id: "facts.leads",
  label: "Leads",
  icon: ContactRound,
  group: TITLE,
  run: ({ go }) => go("/leads"),
};

/** "12 of 500 deals, as of 17 Jun 2025". */
function Count({ subject, rows: { head, isBehind } }: { subject: Tabled; rows: FactWindow }) {
  const clock = useClock();
  if (head === undefined || isBehind) {
    return "Looking through the rows…";
  }
  const { all, total, asOf } = head;
  return (
    <>
      <strong>{total.toLocaleString(LOCALE)}</strong>
      {total < all ? ` of ${all.toLocaleString(LOCALE)}` : ""} {saySubject(subject, all)}
      {asOf !== null && `, as of ${clock.day(asOf)}`}
    </>
  );
}

function Nothing({ subject }: { subject: Tabled | undefined }) {
  const { title, text } = TEACHES[subject ?? "any"];
  return (
    <EmptyState
      icon={Table2}
      title={title}
      text={text}
      action={<ActionButton action={BRING_IN} look="primary" />}
    />
  );
}

/** The tables there is anything in, and the one on show. */
function segmentsOf(counts: readonly FactCount[], shown: Tabled) {
  return TABLED.flatMap((id) => {
    const rows = counts.find(({ subject }) => subject === id)?.rows ?? 0;
    return rows > 0 || id === shown ? [{ id, label: SUBJECT_WORDS[id].title, count: rows }] : [];
  });
}

/** The text that the rows are narrowed to, as the address has it. */
function useText() {
  const { text } = factsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const set = useCallback(
    (next: string) => {
      const part = { text: next === "" ? undefined : next };
      const search = (old: object) => searchOver({ ...old }, part) as never;
      void navigate({ to: ".", search, replace: true });
    },
    [navigate],
  );
  return { text, set, clear: useCallback(() => set(""), [set]) };
}

/** Finding, and giving up what was looked for, by the keyboard and from the palette. */
function useFinding(isNarrowed: boolean, clear: () => void): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useActions(
    useMemo<Action[]>(
      () => [
        {
          id: "facts.find",
          label: "Find in this table",
          icon: Search,
          group: TITLE,
          shortcut: "/",
          run: () => field.current?.focus(),
        },
        {
          id: "facts.clear",
          label: "Clear the filter",
          group: TITLE,
          shortcut: "Escape",
          enabled: () => isNarrowed,
          run: clear,
        },
      ],
      [isNarrowed, clear],
    ),
  );
  return field;
}

function NothingFits({ clear }: { clear: () => void }) {
  return (
    <EmptyState
      icon={Search}
      title="Nothing fits"
      text="No row of this table holds that text."
      action={<Button onPress={clear}>Clear the filter</Button>}
    />
  );
}

function Table({ subject }: { subject: Tabled }) {
  const { text, set, clear } = useText();
  const navigate = useNavigate();
  const counts = useFactCounts();
  const rows = useFactWindow(subject, text);
  const field = useFinding(text !== undefined, clear);
  const segments = useMemo(() => segmentsOf(counts, subject), [counts, subject]);
  const isEmpty = rows.head?.all === 0;
  return (
    <Page
      title={TITLE}
      {...(!isEmpty && { summary: <Count subject={subject} rows={rows} /> })}
      body="fill"
      actions={
        <>
          {counts.some((count) => count.subject === "lead") && <ActionButton action={LEADS} look="quiet" />}
          {!isEmpty && <ActionButton action={BRING_IN} />}
        </>
      }
      toolbar={
        <>
          {(!isEmpty || segments.length > 1) && (
            <SegmentedControl
              label="What the rows are about"
              segments={segments}
              value={subject}
              onChange={(next) => void navigate({ to: "/facts/$subject", params: { subject: next } })}
            />
          )}
          {!isEmpty && (
            <TextFilter label="Find in this table" value={text ?? ""} onChange={set} field={field} />
          )}
        </>
      }
    >
      {isEmpty ? (
        <Nothing subject={subject} />
      ) : (
        <FactTable subject={subject} text={text} rows={rows} empty={<NothingFits clear={clear} />} />
      )}
    </Page>
  );
}

/** What was imported besides leads, as it is: a table a subject. */
export function FactsView() {
  const { subject: named } = useParams({ strict: false });
  const subject = tabledOf(named);
  return subject === undefined ? (
    <Page title={TITLE}>
      <Nothing subject={undefined} />
    </Page>
  ) : (
    <Table key={subject} subject={subject} />
  );
}
