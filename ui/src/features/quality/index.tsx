import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import { searchOver } from "@/actions/searchParams";
import type { QualityReport } from "@/bindings/QualityReport";
import { KeepsWorking } from "@/components/KeepsWorking";
import { Page } from "@/components/Page";
import { SegmentedControl } from "@/components/SegmentedControl";
import { Skeleton } from "@/components/Skeleton";
import { LOCALE } from "@/locale";
import { useCall } from "@/rpc/useCall";
import { sayLeads } from "@/words/quality";
import { sayShare } from "@/words/shares";
import { Emails } from "./Emails";
import { Flags } from "./Flags";
import { Profile } from "./Profile";
import styles from "./Quality.module.css";
import { useClock, useReport } from "./queries";
import { Stock } from "./Stock";
import { PARTS, type Part, type QualitySearch } from "./search";

const route = getRouteApi("/quality");

const LABELS: Readonly<Record<Part, string>> = {
  stock: "What still holds",
  flags: "Flags",
  profile: "Profile",
  email: "E-mail",
};

export type Change = (part: { [K in keyof QualitySearch]?: QualitySearch[K] | undefined }) => void;

/** "3 erased": who no longer counts, and does not come back. */
function Erased() {
  const { data } = useCall("lead.erased", {}, { kinds: ["batch"] });
  return data === undefined || data.leads === 0 ? null : (
    <span className={styles.also}>
      <strong>{data.leads.toLocaleString(LOCALE)}</strong> erased
    </span>
  );
}

/** "61% of 1,204 leads expected to hold · 38 flagged · as of 6 Jul 2026". */
function Summary({ report }: { report: QualityReport }) {
  const clock = useClock();
  const { all } = report.stock;
  return (
    <>
      <strong>{all.valid === null ? "No data" : sayShare(all.valid)}</strong>
      {all.valid === null
        ? " on since when leads hold"
        : ` of ${sayLeads(all.leads - all.undated)} expected to hold`}
      <span className={styles.also}>
        <strong>{report.flagged.toLocaleString(LOCALE)}</strong> of {sayLeads(report.leads)} flagged
      </span>
      <Erased />
      {report.asOf !== null && <span className={styles.also}>as of {clock.day(report.asOf)}</span>}
    </>
  );
}

function usePartActions(change: Change) {
  const actions = useMemo(
    () =>
      PARTS.map(
        (part, at): Action => ({
          id: `quality.${part}`,
          label: `Data quality: ${LABELS[part].toLowerCase()}`,
          group: "Data quality",
          shortcut: String(at + 1),
          run: () => change({ part: part === "stock" ? undefined : part, reason: undefined }),
        }),
      ),
    [change],
  );
  useActions(actions);
}

interface PartProps {
  report: QualityReport;
  search: QualitySearch;
  change: Change;
}

function Shown({ report, search, change }: PartProps) {
  switch (search.part) {
    case "flags":
      return <Flags report={report} reason={search.reason} onReason={(reason) => change({ reason })} />;
    case "profile":
      return <Profile report={report} />;
    case "email":
      return <Emails settings={report.settings} />;
    default:
      return <Stock report={report} />;
  }
}

/** The state that what is known of leads is in. */
export function QualityView() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const report = useReport();
  const change = useMemo<Change>(
    () => (part) => void navigate({ search: (old) => searchOver(old, part) as never }),
    [navigate],
  );
  usePartActions(change);
  const part = search.part ?? "stock";
  const segments = PARTS.map((id) => ({
    id,
    label: LABELS[id],
    ...(id === "flags" && report !== undefined && { count: report.flagged }),
  }));
  return (
    <Page
      title="Data quality"
      summary={report !== undefined && report.leads > 0 && <Summary report={report} />}
      body={part === "flags" && report !== undefined && report.flagged + report.bySales > 0 ? "fill" : "page"}
      toolbar={
        <KeepsWorking>
          <SegmentedControl
            label="What is shown"
            segments={segments}
            value={part}
            onChange={(next) => change({ part: next === "stock" ? undefined : next, reason: undefined })}
          />
        </KeepsWorking>
      }
    >
      {report === undefined ? (
        <Skeleton lines={10} />
      ) : (
        <Shown report={report} search={search} change={change} />
      )}
    </Page>
  );
}
