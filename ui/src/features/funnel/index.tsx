import { getRouteApi, useSearch } from "@tanstack/react-router";
import { Download, Filter } from "lucide-react";
import { useMemo } from "react";
import { searchOver } from "@/actions/searchParams";
import type { FunnelReport } from "@/bindings/FunnelReport";
import type { Stage } from "@/bindings/Stage";
import { Chart } from "@/charts/Chart";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { KeepsWorking } from "@/components/KeepsWorking";
import { MenuButton } from "@/components/Menu";
import { Page } from "@/components/Page";
import { SegmentedControl } from "@/components/SegmentedControl";
import { Skeleton } from "@/components/Skeleton";
import { LOCALE } from "@/locale";
import { Counting } from "@/parts/Counting";
import { useStages } from "@/rpc/lists";
import { save } from "@/rpc/save";
import { leakOf, UNIT_WORDS, UNITS } from "@/words/funnel";
import { sayShare } from "@/words/shares";
import { sayMoment } from "@/words/times";
import { Beside } from "./Beside";
import { Cohorts } from "./Cohorts";
import styles from "./Funnel.module.css";
import { Ledger } from "./Ledger";
import { useFunnel } from "./queries";
import { Segments } from "./Segments";
import { type CohortsTell, type FunnelSearch, queryOf } from "./search";
import { Totals } from "./Totals";

const route = getRouteApi("/funnel");

type Change = (part: FunnelSearch) => void;
type Stages = ReadonlyMap<string, Stage>;

const COHORTS = UNITS.map((id) => ({ id, label: UNIT_WORDS[id] }));

function Nothing() {
  const navigate = route.useNavigate();
  return (
    <EmptyState
      icon={Filter}
      title="Nothing passed a stage yet"
      text="This view shows what came into each stage and what became of it: who went on, who was turned back or lost, who waits, and how long it took. It reads exports of your CRM: when leads and deals reached which stage, and how deals ended."
      action={
        <Button
          look="primary"
          onPress={() => void navigate({ to: "/import", search: { what: "leads" } as never })}
        >
          Import stages and deals…
        </Button>
      }
    />
  );
}

/** The stage at which the largest share of those who left it went the wrong way. */
function worstOf({ stages }: FunnelReport, names: Stages): { name: string; leak: number } | undefined {
  const leaks = stages.flatMap((ledger) => {
    const [leak, name] = [leakOf(ledger), names.get(ledger.stageId)?.name];
    return leak === null || leak === 0 || name === undefined ? [] : [{ name, leak }];
  });
  return leaks.sort((a, b) => b.leak - a.leak)[0];
}

function Summary({ report, stages }: { report: FunnelReport; stages: Stages }) {
  const worst = worstOf(report, stages);
  return (
    <>
      {worst === undefined ? (
        <strong>Nobody was lost or went back</strong>
      ) : (
        <>
          <strong>{worst.name} leaks most</strong>: {sayShare(worst.leak)} of those who left it were lost or
          went back
        </>
      )}
      <span className={styles.known}>
        {" "}
        · {report.leads.toLocaleString(LOCALE)} leads, {report.deals.toLocaleString(LOCALE)} deals
        {report.asOf !== null && ` · as of ${sayMoment(report.asOf)}`}
      </span>
    </>
  );
}

interface ToolbarProps {
  report: FunnelReport;
  journey: string | undefined;
  change: Change;
}

function Toolbar({ report: { cohort, by }, journey, change }: ToolbarProps) {
  const of = queryOf({ cohort, by }, journey);
  const write = (format: "csv" | "xlsx") => void save("export.funnel", { of, format });
  const formats = [
    { id: "csv", label: "Table (CSV)…", run: () => write("csv") },
    { id: "xlsx", label: "Workbook (Excel)…", run: () => write("xlsx") },
  ];
  return (
    <>
      <KeepsWorking>
        <SegmentedControl
          label="Cohorts by"
          segments={COHORTS}
          value={cohort}
          onChange={(next) => change({ cohort: next })}
        />
      </KeepsWorking>
      <span className={styles.save}>
        <MenuButton label="Save the table" groups={[{ id: "as", entries: formats }]} placement="bottom end">
          <Button icon={Download}>Save the table</Button>
        </MenuButton>
      </span>
    </>
  );
}

interface FilledProps {
  report: FunnelReport;
  stages: Stages;
  journey: string | undefined;
  tells: CohortsTell;
  change: Change;
}

function Filled({ report, stages, journey, tells, change }: FilledProps) {
  const hasVisits = report.stages.some(({ entered }) => entered > 0);
  return (
    <div className={styles.view}>
      {hasVisits && (
        <>
          <Chart
            of={{ name: "funnel", ...(journey !== undefined && { journey }) }}
            title="From first interest to the deal"
            nothing="Nothing passed a stage yet."
          />
          <Ledger report={report} stages={stages} journey={journey} />
        </>
      )}
      <Beside audience={report.audience} journey={journey} />
      {report.cohorts.length > 0 && (
        <Cohorts report={report} stages={stages} tells={tells} onTells={(next) => change({ tells: next })} />
      )}
      {report.segments.length > 0 && <Segments report={report} onBy={(by) => change({ by })} />}
      {report.totals.length > 0 && <Totals totals={report.totals} />}
    </div>
  );
}

/** What came into each stage of a journey, and what became of it. */
export function FunnelView() {
  const search = route.useSearch();
  const { journey } = useSearch({ strict: false });
  const navigate = route.useNavigate();
  const { report, isCounting } = useFunnel(queryOf(search, journey));
  const all = useStages();
  const stages = useMemo(() => new Map(all.map((stage) => [stage.id, stage])), [all]);
  const change = useMemo<Change>(
    () => (part) => void navigate({ search: (old) => searchOver(old, { ...part }) as never, replace: true }),
    [navigate],
  );
  if (report === undefined) {
    return (
      <Page title="Funnel" summary={<Counting>Counting all visits…</Counting>}>
        <Skeleton lines={10} />
      </Page>
    );
  }
  const isFilled = report.leads > 0 || report.deals > 0 || report.totals.length > 0;
  return (
    <Page
      title="Funnel"
      {...(isFilled && {
        summary: isCounting ? (
          <Counting>Counting all visits…</Counting>
        ) : (
          <Summary report={report} stages={stages} />
        ),
        toolbar: <Toolbar report={report} journey={journey} change={change} />,
      })}
    >
      {isFilled ? (
        <Filled
          report={report}
          stages={stages}
          journey={journey}
          tells={search.tells ?? "goOn"}
          change={change}
        />
      ) : (
        <Nothing />
      )}
    </Page>
  );
}
