// What each table will show once it has rows.
import type { Tabled } from "./search";

interface Teaching {
  title: string;
  text: string;
}

export const TEACHES: Readonly<Record<Tabled | "any", Teaching>> = {
  any: {
    title: "Nothing imported yet",
    text: "Here stand accounts, deals, e-mail campaigns, impressions and cost, and counts by stage, as your files tell them: a table for each. An export of your CRM, analytics or e-mail tool is in within a minute.",
  },
  account: {
    title: "No accounts yet",
    text: "Here stand the companies that leads and deals belong to: their domain, industry, size, and whether they fit your ideal profile. An export of the companies or accounts of your CRM fills it.",
  },
  deal: {
    title: "No deals yet",
    text: "Here stand deals with their amount, stage, outcome and leads. An export of the deals or opportunities of your CRM fills it.",
  },
  send: {
    title: "No campaigns yet",
    text: "Here stand e-mails that went out, a row a campaign: how many were sent, opened, clicked and bounced. A report of your e-mail tool fills it.",
  },
  channelDay: {
    title: "No channels yet",
    text: "Here stand impressions and cost by channel, content and day. A report of your analytics or advertising tool fills it.",
  },
  stageCount: {
    title: "No stage counts yet",
    text: "Here stands how many reached a stage, by day, channel and campaign, where a file names no single person. Such a report fills it.",
  },
};
