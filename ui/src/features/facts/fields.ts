// The fields of imported rows: how they are called, what they hold, and in which order they are read.
import type { Tabled } from "./search";

/** A time is epoch milliseconds or a date, money minor units of the row's currency, a stage what the file calls it. */
export type Holds = "name" | "text" | "time" | "count" | "money" | "flag" | "word" | "list" | "stage";

export interface FieldLook {
  field: string;
  title: string;
  holds: Holds;
  /** In px at a text size of 100%. */
  width: number;
}

const look = (field: string, title: string, holds: Holds, width: number): FieldLook => {
  return { field, title, holds, width };
};

/** In the order in which people look at them; the currency stands with its money. */
export const FIELDS: Readonly<Record<Tabled, readonly FieldLook[]>> = {
  account: [
    look("name", "Account", "name", 240),
    look("domain", "Domain", "text", 180),
    look("industry", "Industry", "text", 160),
    look("size", "Employees", "count", 96),
    look("country", "Country", "text", 120),
    look("fits", "Fits the ideal", "flag", 104),
    look("owner", "Owner", "text", 200),
    look("created", "Created", "time", 112),
    look("externalId", "Id in its own tool", "text", 200),
  ],
  deal: [
    look("name", "Deal", "name", 280),
    look("account", "Account", "text", 160),
    look("value", "Amount", "money", 120),
    look("stage", "Stage", "stage", 200),
    look("outcome", "Outcome", "word", 88),
    look("closed", "Closes", "time", 112),
    look("opened", "Opened", "time", 112),
    look("leads", "Leads", "list", 200),
    look("reason", "Why lost", "text", 160),
    look("owner", "Owner", "text", 200),
    look("source", "Source channel", "text", 128),
    look("campaign", "Campaign", "text", 160),
    look("pipeline", "Pipeline", "text", 128),
    look("externalId", "Id in its own tool", "text", 200),
  ],
  send: [
    look("campaign", "Campaign", "name", 240),
    look("day", "Sent on", "time", 112),
    look("sent", "Sent", "count", 80),
    look("delivered", "Delivered", "count", 88),
    look("opened", "Opened by", "count", 88),
    look("clicked", "Clicked by", "count", 88),
    look("hardBounces", "Hard bounces", "count", 104),
    look("softBounces", "Soft bounces", "count", 104),
    look("unsubscribed", "Unsubscribed", "count", 104),
    look("title", "Subject line", "text", 280),
    look("list", "List", "text", 160),
    look("externalId", "Id in its own tool", "text", 160),
  ],
  channelDay: [
    look("channel", "Channel", "name", 160),
    look("asset", "Content", "name", 320),
    look("campaign", "Campaign", "text", 200),
    look("from", "From", "time", 112),
    look("day", "Day", "time", 112),
    look("impressions", "Impressions", "count", 104),
    look("cost", "Cost", "money", 112),
  ],
  stageCount: [
    look("stage", "Stage", "stage", 200),
    look("day", "Day", "time", 112),
    look("channel", "Channel", "text", 160),
    look("campaign", "Campaign", "text", 280),
    look("asset", "Content", "text", 240),
    look("count", "Count", "count", 88),
    look("value", "Amount", "money", 120),
  ],
};
