import { LOCALE } from "@/locale";

export { BriefPage } from "./BriefPage";

import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo, useRef, useState } from "react";
import { ActionButton } from "@/actions/ActionButton";
import { useActions } from "@/actions/registry";
import { searchOver } from "@/actions/searchParams";
import type { FollowUpPage } from "@/bindings/FollowUpPage";
import type { FollowUpRow } from "@/bindings/FollowUpRow";
import type { GridControl } from "@/components/grid/grid";
import { Page } from "@/components/Page";
import { Skeleton } from "@/components/Skeleton";
import { useAnswering } from "@/parts/handoff/answering";
import { useBatches } from "@/rpc/lists";
import { NoLeads, NothingHere } from "./Empty";
import styles from "./FollowUp.module.css";
import { Keys } from "./Keys";
import { Queue } from "./Queue";
import { useFollowUpQuery, useQueue } from "./queries";
import { RulesDialog } from "./RulesDialog";
import { Standing } from "./Standing";
import { FIRST_LIST, type FollowUpSearch } from "./search";
import { Toolbar } from "./Toolbar";
import { rulesAction, useVerbs } from "./verbs";

const route = getRouteApi("/follow-up");

const MOVES = [
  [["J", "K"], "move"],
  [["Enter"], "brief"],
] as const;
const ACCEPT = [["A"], "accept"] as const;
const TURN_BACK = [["T"], "turn back"] as const;
const TELL = [["I"], "was in touch"] as const;
const EDITS = {
  toAnswer: [ACCEPT, TURN_BACK, TELL],
  toCall: [TELL, TURN_BACK],
  accepted: [TELL, TURN_BACK],
  turnedBack: [ACCEPT],
} as const;

function Summary({ page: { counts, total }, isNarrowed }: { page: FollowUpPage; isNarrowed: boolean }) {
  return (
    <>
      <strong>{counts.toAnswer.toLocaleString(LOCALE)}</strong> to answer
      {counts.overdue > 0 && (
        <>
          , <span className={styles.overdue}>{counts.overdue.toLocaleString(LOCALE)} overdue</span>
        </>
      )}
      {isNarrowed && ` · ${total.toLocaleString(LOCALE)} on show`}
    </>
  );
}

interface KnownProps {
  search: FollowUpSearch;
  set: (part: { [K in keyof FollowUpSearch]?: FollowUpSearch[K] | undefined }) => void;
}

function Known({ search, set }: KnownProps) {
  const query = useFollowUpQuery(search);
  const rows = useQueue(query);
  const answering = useAnswering();
  const active = useRef<FollowUpRow | undefined>(undefined);
  const lead = useCallback(() => active.current, []);
  const onRow = useCallback((row: FollowUpRow | undefined) => {
    active.current = row;
  }, []);
  const [isRouting, setRouting] = useState(false);
  const grid = useRef<GridControl>(null);
  const move = useCallback((by: number) => grid.current?.move(by), []);
  const verbs = useVerbs({ lead, answering, onMove: move });
  const rules = useMemo(() => rulesAction(() => setRouting(true)), []);
  useActions(useMemo(() => [...Object.values(verbs), rules], [verbs, rules]));
  const isNarrowed = search.owner !== undefined;
  const { head } = rows;
  return (
    <Page
      title="Follow-up"
      summary={
        head === undefined ? "Looking for who to call…" : <Summary page={head} isNarrowed={isNarrowed} />
      }
      body="fill"
      actions={<ActionButton action={rules} hasKeys />}
      toolbar={head && <Toolbar search={search} counts={head.counts} set={set} />}
    >
      {head === undefined ? (
        <Skeleton lines={12} />
      ) : (
        <div className={styles.queue}>
          {!head.running && <Standing asOf={head.asOf} />}
          <Queue
            search={search}
            query={query}
            rows={rows}
            page={head}
            answering={answering}
            control={grid}
            onRow={onRow}
            empty={
              <NothingHere
                list={search.list ?? FIRST_LIST}
                counts={head.counts}
                isNarrowed={isNarrowed}
                onClear={() => set({ owner: undefined })}
              />
            }
          />
          {head.total > 0 && <Keys moves={MOVES} edits={EDITS[search.list ?? FIRST_LIST]} />}
        </div>
      )}
      {answering.dialog}
      {isRouting && head && <RulesDialog counts={head.counts} onClose={() => setRouting(false)} />}
    </Page>
  );
}

/** Leads that were handed over, by when they are to be called. */
export function FollowUpView() {
  const { list, owner } = route.useSearch();
  const navigate = route.useNavigate();
  const search = useMemo(
    () => ({ ...(list !== undefined && { list }), ...(owner !== undefined && { owner }) }),
    [list, owner],
  );
  const set = useCallback<KnownProps["set"]>(
    (part) =>
      void navigate({ search: (old: object) => searchOver({ ...old }, part) as never, replace: true }),
    [navigate],
  );
  return useBatches().length === 0 ? <NoLeads /> : <Known search={search} set={set} />;
}
