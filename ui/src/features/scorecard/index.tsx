import { getRouteApi, useSearch } from "@tanstack/react-router";
import { LayoutDashboard } from "lucide-react";
import { useMemo } from "react";
import { searchOver } from "@/actions/searchParams";
import type { KpiReport } from "@/bindings/KpiReport";
import type { Scorecard } from "@/bindings/Scorecard";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { Counting } from "@/parts/Counting";
import { PeriodControl, type PeriodControlProps } from "@/parts/period/PeriodControl";
import { periodQuery } from "@/parts/period/periodSearch";
import { useWorkspace } from "@/rpc/lists";
import { FAMILIES } from "@/words/kpis";
import { sayPeriodName, sayRange } from "@/words/periods";
import { sayMoment } from "@/words/times";
import { Coverage } from "./Coverage";
import { FamilyCard } from "./FamilyCard";
import { useDefined, useScorecard } from "./queries";
import { References } from "./References";
import styles from "./Scorecard.module.css";
import type { ScorecardSearch } from "./search";

const route = getRouteApi("/scorecard");

function Nothing() {
  const navigate = route.useNavigate();
  return (
    <EmptyState
      icon={LayoutDashboard}
      title="No figures yet"
      text="This page will show the figures that matter most, three of each family, against the period before and their targets. They are counted on exports of your tools: leads and their stages, deals, what channels cost, e-mails sent."
      action={
        <Button
          look="primary"
          onPress={() => void navigate({ to: "/import", search: { what: "leads" } as never })}
        >
          Import leads…
        </Button>
      }
    />
  );
}

/** "Q3 2026 against Q2 2026 · as of 3 Oct 2026, 09:12". */
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

function Filled({ card: { report, references }, search }: { card: Scorecard; search: ScorecardSearch }) {
  const told = useDefined();
  const { values, currency } = report;
  return (
    <>
      {report.asOf === null ? (
        <Nothing />
      ) : (
        <div className={styles.families}>
          {FAMILIES.map((family) => (
            <FamilyCard
              key={family}
              family={family}
              values={values}
              told={told}
              currency={currency}
              period={search}
            />
          ))}
        </div>
      )}
      <References rows={references} currency={currency} />
    </>
  );
}

/** The figures that matter most on one page, and beside them what others published. */
export function ScorecardView() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { journey } = useSearch({ strict: false });
  const query = { ...periodQuery(search), ...(journey !== undefined && { journeyId: journey }) };
  const { data: card, error, isPlaceholderData, isPending, refetch } = useScorecard(query);
  const change = useMemo<PeriodControlProps["change"]>(
    () => (part) => void navigate({ search: (old) => searchOver(old, { ...part }) as never }),
    [navigate],
  );
  // Without files there is no latest period.
  const hasFacts = card !== undefined && card.report.asOf !== null;
  const isCounting = isPlaceholderData || isPending;
  return (
    <Page
      title="Scorecard"
      summary={isCounting ? <Counting>Counting…</Counting> : hasFacts && <Summary report={card.report} />}
      {...(hasFacts && {
        toolbar: <PeriodControl report={card.report} search={search} change={change} group="Scorecard" />,
      })}
    >
      {error !== null && <FailureState error={error} retry={() => void refetch()} />}
      {error === null && (
        <div className={styles.view} aria-busy={isCounting}>
          <Coverage journey={journey} />
          {card === undefined ? <Skeleton lines={10} /> : <Filled card={card} search={search} />}
        </div>
      )}
    </Page>
  );
}
