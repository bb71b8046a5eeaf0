// Where the rows are that a figure is counted on.
import type { Behind } from "@/bindings/Behind";
import type { KpiFilter } from "@/bindings/KpiFilter";
import type { KpiId } from "@/bindings/KpiId";
import type { KpiRows } from "@/bindings/KpiRows";
import type { Period } from "@/bindings/Period";
import type { Stage } from "@/bindings/Stage";
import type { Subject } from "@/bindings/Subject";
import { writeBehind } from "@/parts/behind";

export interface Rows {
  /** "Show the leads". */
  label: string;
  to: string;
  search: Readonly<Record<string, string>>;
}

/** What is on show. */
export interface Shown {
  /** Of which there are rows in the files. */
  subjects: ReadonlySet<Subject>;
  period: Period;
  filter: KpiFilter;
  journey: string | undefined;
}

/** The row of a table that is asked about, where it is not the figure of all. */
export interface BehindRow {
  by: KpiRows;
  name: string;
  stage: Stage | undefined;
}

const CHANNEL_DAYS: ReadonlySet<KpiId> = new Set<KpiId>(["impressions", "engageCost", "costPerImpression"]);
const MAILS: ReadonlySet<KpiId> = new Set<KpiId>([
  "mailsSent",
  "openRate",
  "clickRate",
  "hardBounceRate",
  "softBounceRate",
  "unsubscribeRate",
]);
const LEADS: ReadonlySet<KpiId> = new Set<KpiId>([
  "engagedLeads",
  "prospectToEngaged",
  "costPerEngagedLead",
  "downloads",
  "submitRate",
  "stageElasticity",
  "downloadToStage",
  "nurtureDatabase",
  "newLeads",
  "buyers",
  "stageEntered",
  "stageConversion",
  "stageDays",
  "costPerLead",
  "costPerStage",
]);
const DEALS: ReadonlySet<KpiId> = new Set<KpiId>([
  "openDeals",
  "pastLine",
  "pipelineValue",
  "closedRevenue",
  "winRate",
  "medianCycle",
  "pipelineVelocity",
  "sourcedPipeline",
  "influencedPipeline",
  "sourcedRevenue",
  "influencedRevenue",
  "attributedRevenue",
  "customersWon",
]);

/** What a row of a table adds to the filter; undefined where nothing stands for it. */
function narrowed({ filter }: Shown, row: BehindRow | undefined): KpiFilter | undefined {
  if (row === undefined || row.by === "stage") {
    return filter;
  }
  if (row.name === "" || (row.by !== "channel" && row.by !== "asset" && row.by !== "campaign")) {
    return undefined;
  }
  return { ...filter, [row.by]: row.name };
}

function listed(kpi: KpiId, shown: Shown, row: BehindRow | undefined): Rows | undefined {
  const filter = narrowed(shown, row);
  const stage = row?.stage;
  const isOfDeals = DEALS.has(kpi) && stage?.kind !== "lead";
  if (filter === undefined || (stage?.kind === "deal" && LEADS.has(kpi))) {
    return undefined;
  }
  const told: Behind = {
    kpi,
    period: shown.period,
    ...(stage !== undefined && { stage: stage.id }),
    ...(Object.keys(filter).length > 0 && { filter }),
  };
  const behind = writeBehind(told);
  const journey = shown.journey === undefined ? {} : { journey: shown.journey };
  return isOfDeals
    ? { label: "Show the deals", to: "/deals", search: { view: "table", outcome: "all", behind, ...journey } }
    : { label: "Show the leads", to: "/leads", search: { behind, ...journey } };
}

/** The table of imported rows behind a figure; of a row of a table those that name it. */
function imported(subject: Subject, label: string, shown: Shown, row: BehindRow | undefined) {
  const to = `/facts/${subject}`;
  if (!shown.subjects.has(subject)) {
    return undefined;
  }
  if (row === undefined) {
    return { label, to, search: {} };
  }
  const isNamed = row.name !== "" && (row.by === "channel" || row.by === "campaign");
  return isNamed ? { label, to, search: { text: row.name } } : undefined;
}

/** Where the rows behind a figure are, or behind a row of its table; undefined where nothing shows them. */
export function rowsBehind(kpi: KpiId, shown: Shown, row?: BehindRow): Rows | undefined {
  if (CHANNEL_DAYS.has(kpi)) {
    return imported("channelDay", "Show the channel days", shown, row);
  }
  // Mails of which a total is known are not told lead by lead.
  if (MAILS.has(kpi) && shown.subjects.has("send")) {
    return imported("send", "Show the sends", shown, row);
  }
  const isListed = MAILS.has(kpi) || LEADS.has(kpi) || DEALS.has(kpi);
  return isListed ? listed(kpi, shown, row) : undefined;
}
