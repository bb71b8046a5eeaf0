import { Tags, UsersRound } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Persona } from "@/bindings/Persona";
import type { UnmatchedTitles } from "@/bindings/UnmatchedTitles";
import { Back } from "@/components/Back";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Skeleton } from "@/components/Skeleton";
import { Table } from "@/components/Table";
import { FailureState } from "@/errors/FailureState";
import { LOCALE } from "@/locale";
import { usePersonas } from "@/rpc/lists";
import styles from "./Leads.module.css";
import { useTitles } from "./queries";
import { TitleRow } from "./TitleRow";

const COLUMNS = [
  { id: "title", title: "Title", width: "minmax(12rem, 1fr)" },
  { id: "leads", title: "Leads", width: "6rem", align: "end" },
  { id: "add", title: "Add to a persona", isTitleHidden: true, width: "7.5rem" },
] as const;

/** As many as are read at a glance; the rest is a press away. */
const SHOWN = 50;

/** The row that took the place of the one that had the focus takes it. */
function useNextFocus(titles: UnmatchedTitles["titles"]) {
  const list = useRef<HTMLDivElement>(null);
  const left = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is what takes a row away
  useEffect(() => {
    if (left.current !== null && document.activeElement === document.body) {
      const buttons = list.current?.querySelectorAll<HTMLElement>("[data-add] button") ?? [];
      buttons[Math.min(left.current, buttons.length - 1)]?.focus();
      left.current = null;
    }
  }, [titles]);
  return { list, note: (index: number) => (left.current = index) };
}

function Titles({ found, personas }: { found: UnmatchedTitles; personas: readonly Persona[] }) {
  const { titles, more } = found;
  const [isAll, setAll] = useState(false);
  const { list, note } = useNextFocus(titles);
  const shown = isAll ? titles : titles.slice(0, SHOWN);
  return (
    <Card title="Titles" aside="that tell of no persona, the most frequent first" isFlush>
      <div ref={list}>
        <Table label="Titles without a persona" columns={COLUMNS}>
          {shown.map((title, at) => (
            <TitleRow key={title.title} title={title} personas={personas} onPick={() => note(at)} />
          ))}
        </Table>
      </div>
      {(shown.length < titles.length || more > 0) && (
        <div className={styles.more}>
          {shown.length < titles.length && (
            <Button look="quiet" onPress={() => setAll(true)}>
              Show all {titles.length.toLocaleString(LOCALE)}
            </Button>
          )}
          {more > 0 && (
            <span className={styles.quiet}>{more.toLocaleString(LOCALE)} rarer ones are not listed.</span>
          )}
        </div>
      )}
    </Card>
  );
}

/** "1,204 of 2,943 leads have a persona · 12 have no title". */
function Matched({ found: { leads, matched, untitled } }: { found: UnmatchedTitles }) {
  const have = (count: number) => (count === 1 ? "has" : "have");
  return (
    <>
      <strong>{matched.toLocaleString(LOCALE)}</strong> of {leads.toLocaleString(LOCALE)}{" "}
      {leads === 1 ? "lead" : "leads"} {have(matched)} a persona
      {untitled > 0 && ` · ${untitled.toLocaleString(LOCALE)} ${have(untitled)} no title`}
    </>
  );
}

function Nothing({ leads }: { leads: number }) {
  return (
    <EmptyState
      icon={Tags}
      title={leads === 0 ? "No leads yet" : "Every title tells of a persona"}
      text={
        leads === 0
          ? "Titles that no persona takes stand here once leads came in."
          : "Titles of new leads that no persona takes will stand here."
      }
      action={<Back to="/leads" label="Leads" />}
    />
  );
}

/** Job titles that tell of no persona, each a step away from one. */
export function TitlesView() {
  const personas = usePersonas();
  const { data: found, error, refetch } = useTitles();
  if (error) {
    return <FailureState level={1} error={error} retry={() => void refetch()} />;
  }
  const back = <Back to="/leads" label="Leads" />;
  if (found === undefined) {
    return (
      <Page title="Titles without a persona" summary={back} isNarrow>
        <Skeleton lines={10} />
      </Page>
    );
  }
  const isEmpty = found.titles.length === 0;
  return (
    <Page title="Titles without a persona" summary={back} isNarrow>
      {!isEmpty && (
        <p className={styles.lead}>
          <Matched found={found} />
        </p>
      )}
      {personas.length === 0 && !isEmpty && (
        <EmptyState
          isCompact
          icon={UsersRound}
          title="No personas yet"
          text="Titles are matched to personas."
          action={<Back to="/personas" label="Personas" />}
        />
      )}
      {isEmpty ? <Nothing leads={found.leads} /> : <Titles found={found} personas={personas} />}
    </Page>
  );
}
