import { LOCALE } from "@/locale";

export { DealPage } from "./DealPage";

import { getRouteApi, useSearch } from "@tanstack/react-router";
import { BriefcaseBusiness, FileInput, Search } from "lucide-react";
import { useCallback, useMemo, useRef } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import { searchOver } from "@/actions/searchParams";
import type { DealList } from "@/bindings/DealList";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Skeleton } from "@/components/Skeleton";
import { useFactCounts } from "@/rpc/lists";
import type { Clock } from "@/words/clock";
import { sayRoundMoney } from "@/words/money";
import { Board } from "./Board";
import { DealsToolbar, type DealsToolbarProps } from "./DealsToolbar";
import { DealTable } from "./DealTable";
import { useClock, useDealWindow } from "./queries";
import { SaveDeals } from "./SaveDeals";
import { countFilters, type DealsSearch, queryOf, readSort } from "./search";

const route = getRouteApi("/deals");

/** The palette has it anywhere. */
const BRING_IN: Action = {
  id: "deals.bringIn",
  label: "Import deals…",
  icon: FileInput,
  group: "Deals",
  isEdit: true,
  run: ({ go }) => go("/import?what=leads"),
};

/** Takes every filter out of the address. */
const NOTHING = { text: undefined, outcome: undefined, stage: undefined, age: undefined, lead: undefined };

function NoDeals() {
  return (
    <Page title="Deals">
      <EmptyState
        icon={BriefcaseBusiness}
        title="No deals yet"
        text="Here stand your deals by stage: how long each has been there and whether that is longer than for deals that went on, which personas sit at its table and who is missing, what content they touched, and what to offer each of them next. An export of deals from your CRM fills it; one of their stage changes tells how long they stay."
        action={<ActionButton action={BRING_IN} look="primary" />}
      />
    </Page>
  );
}

/** "12 of 40 deals, as of 6 Jul 2015". */
function Count({ list, clock }: { list: DealList; clock: Clock }) {
  return (
    <>
      <strong>{list.total.toLocaleString(LOCALE)}</strong>
      {list.total < list.deals && ` of ${list.deals.toLocaleString(LOCALE)}`}{" "}
      {list.deals === 1 ? "deal" : "deals"}
      {list.asOf !== null && `, as of ${clock.day(list.asOf)}`}
    </>
  );
}

/** "12 open deals, €4.2M, 3 past the line of their stage, as of 6 Jul 2015". */
function Summary({ list, clock }: { list: DealList; clock: Clock }) {
  const sum = (figure: "deals" | "worth" | "valued" | "pastLine") =>
    list.stages.reduce((all, stage) => all + stage[figure], 0);
  const [open, past] = [sum("deals"), sum("pastLine")];
  return (
    <>
      <strong>
        {open.toLocaleString(LOCALE)} open {open === 1 ? "deal" : "deals"}
      </strong>
      {sum("valued") > 0 && `, ${sayRoundMoney({ minor: sum("worth"), currency: list.currency })}`}
      {past > 0 && `, ${past.toLocaleString(LOCALE)} past the line of ${past === 1 ? "its" : "their"} stage`}
      {list.asOf !== null && `, as of ${clock.day(list.asOf)}`}
    </>
  );
}

type Change = DealsToolbarProps["change"];

function useVerbs(find: () => void, isNarrowed: boolean, clear: () => void) {
  useActions(
    useMemo<Action[]>(() => {
      const shared = { group: "Deals" };
      return [
        { ...shared, id: "deals.find", label: "Find in deals", icon: Search, shortcut: "/", run: find },
        {
          ...shared,
          id: "deals.clear",
          label: "Clear the filter",
          shortcut: "Escape",
          enabled: () => isNarrowed,
          run: clear,
        },
      ];
    }, [find, isNarrowed, clear]),
  );
}

function AllDeals() {
  const given = route.useSearch();
  const { view, text, outcome, stage, age, lead, behind, sort } = given;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts are what the address says of deals
  const search = useMemo<DealsSearch>(() => given, [view, text, outcome, stage, age, lead, behind, sort]);
  const { journey } = useSearch({ strict: false });
  const navigate = route.useNavigate();
  const change = useCallback<Change>(
    (part, replace = false) =>
      void navigate({ search: (old: object) => searchOver({ ...old }, part) as never, replace }),
    [navigate],
  );
  const query = useMemo(() => {
    const { outcome: _outcome, stage: _stage, ...rest } = search;
    return queryOf(view === "table" ? search : rest, journey);
  }, [search, view, journey]);
  const rows = useDealWindow(query);
  const field = useRef<HTMLInputElement>(null);
  const find = useCallback(() => field.current?.focus(), []);
  const clear = useCallback(() => change(NOTHING), [change]);
  const onText = useCallback(
    (next: string) => change({ text: next === "" ? undefined : next }, true),
    [change],
  );
  const clock = useClock();
  useVerbs(find, countFilters(search) > 0, clear);
  const list = rows.head;
  const Said = view === "table" ? Count : Summary;
  return (
    <Page
      title="Deals"
      summary={
        list === undefined || rows.isBehind ? (
          "Looking through the deals…"
        ) : (
          <Said list={list} clock={clock} />
        )
      }
      body="fill"
      actions={
        <>
          <SaveDeals query={query} />
          <ActionButton action={BRING_IN} />
        </>
      }
      toolbar={
        <DealsToolbar
          search={search}
          stages={list?.stages ?? []}
          change={change}
          onText={onText}
          onClear={clear}
          field={field}
        />
      }
    >
      {list === undefined && <Skeleton lines={12} />}
      {list !== undefined && view !== "table" && <Board list={list} search={search} journey={journey} />}
      {list !== undefined && view === "table" && (
        <DealTable
          query={query}
          rows={rows}
          sort={readSort(sort)}
          onSort={(next) => change({ sort: next })}
          empty={
            <EmptyState
              icon={Search}
              title="No deal fits"
              text="No deal passes this filter."
              action={<Button onPress={clear}>Clear the filter</Button>}
            />
          }
        />
      )}
    </Page>
  );
}

/** The deals of a journey: where they stand, and for how long. */
export function DealsView() {
  const isThere = useFactCounts().some(({ subject, rows }) => subject === "deal" && rows > 0);
  return isThere ? <AllDeals /> : <NoDeals />;
}
