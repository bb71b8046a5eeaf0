// What columns of files of facts hold, as people name it.

import type { FactColumn } from "@/bindings/FactColumn";
import type { FactKind } from "@/bindings/FactKind";
import { LOCALE } from "@/locale";

export const FACT_WORDS: Readonly<Record<FactColumn, string>> = {
  email: "E-mail",
  name: "Name",
  firstName: "First name",
  lastName: "Last name",
  title: "Job title",
  level: "Level",
  company: "Company",
  domain: "Domain",
  industry: "Industry",
  size: "Employees",
  country: "Country",
  content: "Content",
  requested: "Requested",
  opened: "Opened",
  source: "Source channel",
  owner: "Owner",
  created: "Created",
  modified: "Last changed",
  externalId: "Id in its own tool",
  stage: "Stage",
  entered: "Reached this stage",
  consent: "Consent",
  verified: "Last checked",
  fits: "Fits the ideal profile",
  happened: "When",
  from: "From day",
  activity: "What happened",
  result: "Result",
  activityId: "Id of the event",
  attributes: "More, as JSON",
  machine: "By a machine",
  channel: "Channel",
  campaign: "Campaign",
  dealId: "Id of the deal",
  dealName: "Deal",
  accountId: "Id of the account",
  leads: "Leads of the deal",
  value: "Amount",
  currency: "Currency",
  closed: "Close date",
  wonOn: "Won on",
  won: "Is won",
  isClosed: "Is closed",
  reason: "Reason",
  pipeline: "Pipeline",
  subjectLine: "Subject line",
  list: "List",
  sent: "Sent",
  delivered: "Delivered",
  opens: "Opened by",
  clicks: "Clicked by",
  hardBounces: "Hard bounces",
  softBounces: "Soft bounces",
  unsubscribes: "Unsubscribed",
  impressions: "Impressions",
  count: "Count",
};

/** Columns that say something else in a file of some kind. */
const IN_FILES_OF: Readonly<Partial<Record<FactKind, Partial<Record<FactColumn, string>>>>> = {
  accounts: { company: "Account" },
  events: { externalId: "Id of the lead" },
  moves: { stage: "Stage reached", externalId: "Id of the lead" },
  sends: { happened: "Sent on" },
  channelDays: { happened: "Day", value: "Cost" },
  stageCounts: { happened: "Day" },
};

/** What a column is read as in a file of a kind. */
export function sayColumn(kind: FactKind, column: FactColumn): string {
  return IN_FILES_OF[kind]?.[column] ?? FACT_WORDS[column];
}

const KINDS: Readonly<Record<FactKind, readonly [one: string, many: string]>> = {
  leads: ["lead", "leads"],
  accounts: ["account", "accounts"],
  events: ["event", "events"],
  moves: ["stage move", "stage moves"],
  deals: ["deal", "deals"],
  sends: ["campaign", "campaigns"],
  channelDays: ["channel count", "channel counts"],
  stageCounts: ["stage count", "stage counts"],
};

/** "deals": what a file of a kind holds; "deal" where it is one. */
export function sayHolds(kind: FactKind, count = 2): string {
  return KINDS[kind][count === 1 ? 0 : 1];
}

/** "1 deal", "1,200 deals". */
export function sayFacts(kind: FactKind, count: number): string {
  return `${count.toLocaleString(LOCALE)} ${sayHolds(kind, count)}`;
}
