import { LOCALE } from "@/locale";

export { LeadPage } from "./LeadPage";
export { TitlesView } from "./TitlesView";

import { getRouteApi, useSearch } from "@tanstack/react-router";
import { ContactRound, FileInput, Search, Tags } from "lucide-react";
import { useCallback, useMemo, useRef } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import { searchOver } from "@/actions/searchParams";
import type { LeadList } from "@/bindings/LeadList";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { useBatches } from "@/rpc/lists";
import type { Clock } from "./clock";
import { LeadsToolbar } from "./LeadsToolbar";
import { LeadTable } from "./LeadTable";
import { useClock, useLeadWindow } from "./queries";
import { countFilters, type LeadsSearch, queryOf, readSort } from "./search";

const route = getRouteApi("/leads");

/** The palette has it anywhere. */
const BRING_IN: Action = {
  id: "leads.bringIn",
  label: "Import leads…",
  icon: FileInput,
  group: "Leads",
  isEdit: true,
  run: ({ go }) => go("/import?what=leads"),
};

const TITLES: Action = {
  id: "leads.titles",
  label: "Titles without a persona",
  icon: Tags,
  group: "Leads",
  shortcut: "T",
  keywords: ["match", "pattern", "job titles"],
  run: ({ go }) => go("/leads/titles"),
};

/** Takes every filter out of the address. */
const NOTHING = {
  text: undefined,
  persona: undefined,
  state: undefined,
  stages: undefined,
  group: undefined,
  stage: undefined,
  behind: undefined,
};

interface LeadsAddress {
  search: LeadsSearch;
  /** Changes parts of the address; undefined takes a part out. */
  set: (part: { [K in keyof LeadsSearch]: LeadsSearch[K] | undefined }, replace?: boolean) => void;
}

function useAddress(): LeadsAddress {
  const { text, persona, state, stages, group, stage, behind, sort } = route.useSearch();
  const navigate = route.useNavigate();
  const search = useMemo(
    () => ({
      ...(text !== undefined && { text }),
      ...(persona !== undefined && { persona }),
      ...(state !== undefined && { state }),
      ...(stages !== undefined && { stages }),
      ...(group !== undefined && { group }),
      ...(stage !== undefined && { stage }),
      ...(behind !== undefined && { behind }),
      ...(sort !== undefined && { sort }),
    }),
    [text, persona, state, stages, group, stage, behind, sort],
  );
  const set = useCallback<LeadsAddress["set"]>(
    (part, replace = false) =>
      void navigate({ search: (old: object) => searchOver({ ...old }, part), replace }),
    [navigate],
  );
  return { search, set };
}

/** "8,321,988 leads, as of 6 Jul 2015". */
function Count({ list, clock, isNarrowed }: { list: LeadList; clock: Clock; isNarrowed: boolean }) {
  return (
    <>
      <strong>{list.total.toLocaleString(LOCALE)}</strong>
      {isNarrowed ? ` of ${list.leads.toLocaleString(LOCALE)}` : ""} {list.leads === 1 ? "lead" : "leads"}
      {list.asOf !== null && `, as of ${clock.day(list.asOf)}`}
    </>
  );
}

function NoLeads() {
  return (
    <Page title="Leads">
      <EmptyState
        icon={ContactRound}
        title="No leads yet"
        text="Here stands everybody who requested your content: who they are, which persona their title tells of, what they asked for and when they opened it. An export of your CRM, marketing automation or content syndication is in within a minute, however long it is."
        action={<ActionButton action={BRING_IN} look="primary" />}
      />
    </Page>
  );
}

function AllLeads() {
  const { search, set } = useAddress();
  const field = useRef<HTMLInputElement>(null);
  const clock = useClock();
  const { journey } = useSearch({ strict: false });
  const query = useMemo(() => queryOf(search, journey), [search, journey]);
  const rows = useLeadWindow(query);
  const onText = useCallback((text: string) => set({ text: text === "" ? undefined : text }, true), [set]);
  const clear = useCallback(() => set(NOTHING), [set]);
  const isNarrowed = countFilters(search) > 0;
  useActions(
    useMemo<Action[]>(() => {
      const shared = { group: "Leads" };
      return [
        TITLES,
        {
          ...shared,
          id: "leads.find",
          label: "Find in leads",
          icon: Search,
          shortcut: "/",
          run: () => field.current?.focus(),
        },
        {
          ...shared,
          id: "leads.clear",
          label: "Clear the filter",
          shortcut: "Escape",
          enabled: () => isNarrowed,
          run: clear,
        },
      ];
    }, [isNarrowed, clear]),
  );
  return (
    <Page
      title="Leads"
      summary={
        rows.head === undefined || rows.isBehind ? (
          "Looking through the leads…"
        ) : (
          <Count list={rows.head} clock={clock} isNarrowed={isNarrowed} />
        )
      }
      body="fill"
      actions={
        <>
          <ActionButton action={TITLES} look="quiet" />
          <ActionButton action={BRING_IN} />
        </>
      }
      toolbar={
        <LeadsToolbar
          search={search}
          onText={onText}
          onPersona={(persona) => set({ persona })}
          onState={(state) => set({ state })}
          onStages={(stages) => set({ stages })}
          onGroup={(group) => set({ group })}
          onStage={(stage) => set({ stage })}
          onAll={() => set({ behind: undefined })}
          onClear={clear}
          field={field}
        />
      }
    >
      <LeadTable
        query={query}
        rows={rows}
        sort={readSort(search.sort)}
        onSort={(sort) => set({ sort })}
        empty={
          <EmptyState
            icon={Search}
            title="Nobody fits"
            text="No lead passes this filter."
            action={<Button onPress={clear}>Clear the filter</Button>}
          />
        }
      />
    </Page>
  );
}

/** Everybody who requested content. */
export function LeadsView() {
  return useBatches().length === 0 ? <NoLeads /> : <AllLeads />;
}
