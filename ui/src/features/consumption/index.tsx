import { getRouteApi } from "@tanstack/react-router";
import { Download, Hourglass } from "lucide-react";
import { useMemo } from "react";
import { searchOver } from "@/actions/searchParams";
import type { ConsumptionReport } from "@/bindings/ConsumptionReport";
import type { GapsOf } from "@/bindings/GapsOf";
import { Chart } from "@/charts/Chart";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { KeepsWorking } from "@/components/KeepsWorking";
import { MenuButton } from "@/components/Menu";
import { Page } from "@/components/Page";
import { Skeleton } from "@/components/Skeleton";
import { ToggleChips } from "@/components/ToggleChips";
import { LOCALE } from "@/locale";
import { save } from "@/rpc/save";
import { GAP_DIMENSION_WORDS, GAP_DIMENSIONS, sayHalf, sayWait } from "@/words/consumption";
import { sayMoment } from "@/words/times";
import styles from "./Consumption.module.css";
import { useReport } from "./queries";
import { Segments } from "./Segments";
import { Sources } from "./Sources";
import { type ConsumptionSearch, chosenDimensions, dimensionsOf } from "./search";
import { WaitCard } from "./WaitCard";

const route = getRouteApi("/consumption");

type Change = (part: { [K in keyof ConsumptionSearch]?: ConsumptionSearch[K] | undefined }) => void;

const CHIPS = GAP_DIMENSIONS.map((id) => ({ id, label: GAP_DIMENSION_WORDS[id] }));

function Nothing() {
  const navigate = route.useNavigate();
  return (
    <EmptyState
      icon={Hourglass}
      title="No requests yet"
      text="People request content and open it later, or never. This view shows how long they take, whose takes longest, and how long to wait before calling. It reads files that say who requested which content, and when it was opened."
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

function Summary({ report }: { report: ConsumptionReport }) {
  const { all, asOf } = report;
  return (
    <>
      <strong>{sayHalf(all)}</strong>; {sayWait(all)}
      <span className={styles.known}>
        {all.n.toLocaleString(LOCALE)} requests{all.tooFew && ", too few to go by"}
        {asOf !== null && ` · as of ${sayMoment(asOf)}`}
      </span>
    </>
  );
}

function Toolbar({ search, change }: { search: ConsumptionSearch; change: Change }) {
  const by = dimensionsOf(search);
  const choose = (after: readonly string[]) => {
    const next = chosenDimensions(by, after).join(",");
    change({ by: next, drawn: undefined, sort: undefined });
  };
  const write = (format: "csv" | "xlsx") => void save("export.consumption", { by: [...by], format });
  const formats = [
    { id: "csv", label: "Table (CSV)…", run: () => write("csv") },
    { id: "xlsx", label: "Workbook (Excel)…", run: () => write("xlsx") },
  ];
  return (
    <>
      <span className={styles.by}>By</span>
      <KeepsWorking>
        <ToggleChips label="Segments by, two at most" chips={CHIPS} value={by} onChange={choose} />
      </KeepsWorking>
      <span className={styles.save}>
        <MenuButton label="Save the table" groups={[{ id: "as", entries: formats }]} placement="bottom end">
          <Button icon={Download}>Save the table</Button>
        </MenuButton>
      </span>
    </>
  );
}

/** What is left out of the figures. */
function Notes({ report: { negative, later } }: { report: ConsumptionReport }) {
  const left = [
    negative > 0 && `${negative.toLocaleString(LOCALE)} whose content was opened only before they were made`,
    later > 0 && `${later.toLocaleString(LOCALE)} later than the newest time in the files`,
  ].filter((note) => note !== false);
  return left.length === 0 ? null : <p className={styles.notes}>Requests left out: {left.join("; ")}.</p>;
}

interface FilledProps {
  report: ConsumptionReport;
  search: ConsumptionSearch;
  change: Change;
}

function Filled({ report, search, change }: FilledProps) {
  const drawn = useMemo(() => search.drawn ?? [], [search.drawn]);
  const of: GapsOf = { by: [...dimensionsOf(search)], segments: drawn };
  return (
    <div className={styles.view}>
      <div className={styles.top}>
        <Chart
          of={{ name: "unopened", ...of }}
          title="Not opened yet, by time since the request"
          nothing="Nothing was requested yet."
        />
        <WaitCard report={report} />
      </div>
      <Segments
        report={report}
        drawn={drawn}
        onDraw={(next) => change({ drawn: next.length > 0 ? next : undefined })}
        sort={search.sort}
        onSort={(sort) => change({ sort })}
      />
      <Notes report={report} />
      <div className={styles.charts}>
        <Chart
          of={{ name: "gapLengths", ...of }}
          title="What was opened, by its gap"
          nothing="Nothing was opened yet."
        />
        <Chart
          of={{ name: "gapMeans", ...of }}
          title="Mean gap, beside what others published"
          nothing="Nothing was opened yet."
          foot={<Sources references={report.references} />}
        />
      </div>
    </div>
  );
}

/** How long what was requested waits to be opened, and how long to wait before calling. */
export function ConsumptionView() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const report = useReport(dimensionsOf(search));
  const change = useMemo<Change>(
    () => (part) => void navigate({ search: (old) => searchOver(old, part) as never, replace: true }),
    [navigate],
  );
  if (report === undefined) {
    return (
      <Page title="Consumption gap">
        <Skeleton lines={10} />
      </Page>
    );
  }
  const isFilled = report.all.n > 0;
  return (
    <Page
      title="Consumption gap"
      {...(isFilled && {
        summary: <Summary report={report} />,
        toolbar: <Toolbar search={search} change={change} />,
      })}
    >
      {isFilled ? <Filled report={report} search={search} change={change} /> : <Nothing />}
    </Page>
  );
}
