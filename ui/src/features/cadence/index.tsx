import { getRouteApi } from "@tanstack/react-router";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo } from "react";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import { searchOver } from "@/actions/searchParams";
import type { Cadence } from "@/bindings/Cadence";
import type { CadenceEntry } from "@/bindings/CadenceEntry";
import { AnyOf } from "@/components/AnyOf";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { IconButton } from "@/components/IconButton";
import { KeepsWorking } from "@/components/KeepsWorking";
import { Page } from "@/components/Page";
import { SegmentedControl } from "@/components/SegmentedControl";
import { Skeleton } from "@/components/Skeleton";
import { LOCALE } from "@/locale";
import { useFacets } from "@/rpc/lists";
import { sayCount } from "@/words/edits";
import { monthAfter, sayMonth } from "@/words/months";
import { capital } from "@/words/text";
import styles from "./Cadence.module.css";
import { Entries } from "./Entries";
import { useCadence } from "./queries";
import { type CadenceSearch, OCCASIONS } from "./search";

const route = getRouteApi("/cadence");

const SEGMENTS = [
  { id: "all" as const, label: "All" },
  ...OCCASIONS.map((id) => ({ id, label: capital(id) })),
];

function sayMonthly(entries: readonly CadenceEntry[]): string {
  const counts = OCCASIONS.map((occasion) => {
    const count = entries.filter((entry) => entry.occasion === occasion).length;
    return count === 0 ? "" : `${count.toLocaleString(LOCALE)} ${occasion}`;
  });
  return counts.filter((count) => count !== "").join(" · ");
}

const EMPTY =
  "When assets are due, when they came out and when their shelf life ends stands here, month by month. Due dates are given to assets.";

function Nothing() {
  const navigate = route.useNavigate();
  return (
    <EmptyState
      icon={CalendarDays}
      title="Nothing in these months"
      text={EMPTY}
      action={<Button onPress={() => void navigate({ to: "/assets" })}>Go to the assets</Button>}
    />
  );
}

function Months({ cadence, only }: { cadence: Cadence; only: CadenceSearch["only"] }) {
  const wanted = (entries: readonly CadenceEntry[]) =>
    entries.filter(({ occasion }) => only === undefined || occasion === only);
  const overdue = wanted(cadence.overdue);
  if (overdue.length === 0 && cadence.months.every(({ entries }) => wanted(entries).length === 0)) {
    return <Nothing />;
  }
  return (
    <>
      {overdue.length > 0 && (
        <Card title="Overdue from before" aside={sayCount("asset", overdue.length)} isFlush>
          <Entries label="Overdue from before" entries={overdue} today={cadence.today} areDated />
        </Card>
      )}
      {cadence.months.map(({ first, entries }) => (
        <Card key={first} title={sayMonth(first)} aside={sayMonthly(wanted(entries))} isFlush>
          {wanted(entries).length > 0 ? (
            <Entries label={sayMonth(first)} entries={wanted(entries)} today={cadence.today} />
          ) : (
            <p className={styles.nothing}>Nothing.</p>
          )}
        </Card>
      ))}
    </>
  );
}

type Change = (part: { [K in keyof CadenceSearch]?: CadenceSearch[K] | undefined }) => void;

function useMonthActions(first: string, change: Change) {
  const actions = useMemo(() => {
    const shared = { group: "Cadence" };
    const earlier: Action = {
      ...shared,
      id: "cadence.earlier",
      label: "Earlier months",
      shortcut: "[",
      run: () => change({ from: monthAfter(first, -1) }),
    };
    const later: Action = {
      ...shared,
      id: "cadence.later",
      label: "Later months",
      shortcut: "]",
      run: () => change({ from: monthAfter(first, 1) }),
    };
    return [earlier, later];
  }, [first, change]);
  useActions(actions);
}

interface ToolbarProps {
  search: CadenceSearch;
  change: Change;
  first: string;
}

function Toolbar({ search, change, first }: ToolbarProps) {
  const owners = useFacets().owners.map(({ value }) => ({ id: value, label: value }));
  return (
    <KeepsWorking>
      <SegmentedControl
        label="What is shown"
        segments={SEGMENTS}
        value={search.only ?? "all"}
        onChange={(only) => change({ only: only === "all" ? undefined : only })}
      />
      <AnyOf
        label="Owner"
        any="Anybody’s"
        choices={owners}
        value={search.owner}
        onChange={(owner) => change({ owner })}
      />
      <span className={styles.turn}>
        <IconButton
          icon={ChevronLeft}
          label="Earlier months"
          keys="["
          onPress={() => change({ from: monthAfter(first, -1) })}
        />
        <Button onPress={() => change({ from: undefined })} isDisabled={search.from === undefined}>
          This month
        </Button>
        <IconButton
          icon={ChevronRight}
          label="Later months"
          keys="]"
          onPress={() => change({ from: monthAfter(first, 1) })}
        />
      </span>
    </KeepsWorking>
  );
}

/** What is due, comes out and grows stale, month by month, and who is in charge. */
export function CadenceView() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const cadence = useCadence(search);
  const change = useMemo<Change>(
    () => (part) => void navigate({ search: (old) => searchOver(old, part) as never }),
    [navigate],
  );
  const first = search.from ?? cadence?.today.slice(0, 7) ?? "";
  useMonthActions(first, change);
  return (
    <Page
      title="Cadence"
      summary={
        cadence &&
        cadence.undated > 0 &&
        `${sayCount("asset", cadence.undated)} planned or in production without a due date`
      }
      toolbar={<Toolbar search={search} change={change} first={first} />}
    >
      {cadence === undefined ? <Skeleton lines={10} /> : <Months cadence={cadence} only={search.only} />}
    </Page>
  );
}
