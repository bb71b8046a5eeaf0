// Where the rows are that a figure is counted on.
import type { KpiId } from "@/bindings/KpiId";
import type { KpiRows } from "@/bindings/KpiRows";
import type { Stage } from "@/bindings/Stage";
import type { Subject } from "@/bindings/Subject";

export interface Behind {
  /** "Show the leads". */
  label: string;
  to: string;
  search: Readonly<Record<string, string>>;
}

/** What is on show. */
export interface Shown {
  /** Of which there are rows in the files. */
  subjects: ReadonlySet<Subject>;
  /** The period is the latest, and everything is counted: who is at a stage now is who was at its end. */
  isNow: boolean;
  journey: string | undefined;
}

/** The row of a table that is asked about, where it is not the figure of all. */
export interface BehindRow {
  by: KpiRows;
  name: string;
  stage: Stage | undefined;
}

const CHANNEL_DAYS: ReadonlySet<KpiId> = new Set<KpiId>([
  "impressions",
  "engageCost",
  "costPerImpression",
  "engageCostShare",
]);
const SENDS: ReadonlySet<KpiId> = new Set<KpiId>([
  "mailsSent",
  "openRate",
  "clickRate",
  "hardBounceRate",
  "softBounceRate",
  "unsubscribeRate",
]);
const DEALS: ReadonlySet<KpiId> = new Set<KpiId>([
  "openDeals",
  "pipelineValue",
  "closedRevenue",
  "winRate",
  "medianCycle",
  "customersWon",
]);

function tableOf(kpi: KpiId): { subject: Subject; label: string } | undefined {
  if (CHANNEL_DAYS.has(kpi)) {
    return { subject: "channelDay", label: "Show the channel days" };
  }
  if (SENDS.has(kpi)) {
    return { subject: "send", label: "Show the sends" };
  }
  return DEALS.has(kpi) ? { subject: "deal", label: "Show the deals" } : undefined;
}

/** The table of imported rows behind a figure; of a row of a table those that name it. */
function factsOf(kpi: KpiId, shown: Shown, row: BehindRow | undefined): Behind | undefined {
  const table = tableOf(kpi);
  if (table === undefined || !shown.subjects.has(table.subject)) {
    return undefined;
  }
  const to = `/facts/${table.subject}`;
  if (row === undefined) {
    return { label: table.label, to, search: {} };
  }
  const isNamed = row.name !== "" && (row.by === "channel" || row.by === "campaign");
  return isNamed ? { label: table.label, to, search: { text: row.name } } : undefined;
}

/** Where the rows behind a figure are, or behind a row of its table; undefined where nothing shows them. */
export function rowsBehind(kpi: KpiId, shown: Shown, row?: BehindRow): Behind | undefined {
  if (kpi !== "buyers") {
    return factsOf(kpi, shown, row);
  }
  const isLeads = row?.stage?.kind === "lead" && shown.isNow;
  return isLeads && row?.stage !== undefined
    ? {
        label: "Show the leads",
        to: "/leads",
        search: { stage: row.stage.id, ...(shown.journey !== undefined && { journey: shown.journey }) },
      }
    : undefined;
}
