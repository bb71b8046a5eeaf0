import { getRouteApi, useSearch } from "@tanstack/react-router";
import { ChartNoAxesColumn } from "lucide-react";
import { useMemo } from "react";
import { searchOver } from "@/actions/searchParams";
import type { KpiFamily } from "@/bindings/KpiFamily";
import type { KpiReport } from "@/bindings/KpiReport";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { Counting } from "@/parts/Counting";
import { useWorkspace } from "@/rpc/lists";
import { sayPeriodName, sayRange } from "@/words/periods";
import { sayMoment } from "@/words/times";
import { Family } from "./Family";
import styles from "./Kpis.module.css";
import { useKpis } from "./queries";
import { type Change, filterOf, queryOf } from "./search";
import { Toolbar } from "./Toolbar";
import { isUntold, TEACHES } from "./teaches";

const route = getRouteApi("/kpis");

function Nothing({ family }: { family: KpiFamily }) {
  const navigate = route.useNavigate();
  const { title, text, verb } = TEACHES[family];
  return (
    <EmptyState
      icon={ChartNoAxesColumn}
      title={title}
      text={text}
      action={
        <Button
          look="primary"
          onPress={() => void navigate({ to: "/import", search: { what: "leads" } as never })}
        >
          {verb}
        </Button>
      }
    />
  );
}

/** "Against Q2 2026 · as of 3 Oct 2026, 09:12". */
function Summary({ report: { before, unit, asOf } }: { report: KpiReport }) {
  const { fiscalYearStart } = useWorkspace();
  const against = unit === null ? sayRange(before, true) : sayPeriodName(before, unit, fiscalYearStart);
  return (
    <span className={styles.known}>
      Against {against}
      {asOf !== null && ` · as of ${sayMoment(asOf)}`}
    </span>
  );
}

/** The figures of a family in a period, held against the period before and their targets. */
export function KpisView() {
  const search = route.useSearch();
  const { journey } = useSearch({ strict: false });
  const navigate = route.useNavigate();
  const query = queryOf(search, journey);
  const { report, error, isCounting, retry } = useKpis(query);
  const change = useMemo<Change>(
    () => (part) => void navigate({ search: (old) => searchOver(old, part) as never, resetScroll: false }),
    [navigate],
  );
  const family = search.family ?? "engagement";
  const isOpen = Object.keys(filterOf(search)).length === 0;
  const isEmpty = report !== undefined && !isCounting && isOpen && isUntold(report.values);
  return (
    <Page
      title="KPIs"
      summary={
        isCounting ? <Counting>Counting…</Counting> : report?.asOf != null && <Summary report={report} />
      }
      toolbar={
        <Toolbar
          search={search}
          query={query}
          report={report}
          isSavable={report !== undefined && !isEmpty}
          change={change}
        />
      }
    >
      {error !== null && <FailureState error={error} retry={retry} />}
      {error === null && report === undefined && <Skeleton lines={10} />}
      {isEmpty && <Nothing family={family} />}
      {error === null && report !== undefined && !isEmpty && (
        <div className={styles.view} aria-busy={isCounting}>
          <Family report={report} query={query} search={search} change={change} />
        </div>
      )}
    </Page>
  );
}
