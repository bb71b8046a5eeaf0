// What a family will show once there is something to count.
import type { KpiFamily } from "@/bindings/KpiFamily";
import type { KpiValue } from "@/bindings/KpiValue";

interface Teach {
  title: string;
  text: string;
  verb: string;
}

export const TEACHES: Readonly<Record<KpiFamily, Teach>> = {
  engagement: {
    title: "Nobody was reached yet",
    text: "This page says how many were shown something, how many of them did something, and what each of both costs. It reads what channels count and cost by day, and what leads do.",
    verb: "Import channel days…",
  },
  content: {
    title: "No content was asked for yet",
    text: "This page says what each piece brings: downloads, who reached which stage after them and how soon, and what it cost to make. It reads files that say who requested which content.",
    verb: "Import leads…",
  },
  nurture: {
    title: "No e-mails were sent yet",
    text: "This page says what becomes of e-mails: opened, clicked, bounced, unsubscribed, and how many leads can be written to. It reads the sends of your marketing tool.",
    verb: "Import sends…",
  },
  leads: {
    title: "No leads yet",
    text: "This page says how many leads came, how many came to each stage and went on, how long they stayed, and what each costs. It reads leads and the dates of their stages.",
    verb: "Import leads…",
  },
  revenue: {
    title: "No deals yet",
    text: "This page says what deals are worth, how many are won and how soon, how much marketing began or had a part in, and what revenue is due to. It reads deals of your CRM.",
    verb: "Import deals…",
  },
  return: {
    title: "Nothing to hold against each other yet",
    text: "This page says what marketing costs, what a customer costs and is worth, and what comes back. It reads deals won, and what channels, programmes and content cost.",
    verb: "Import deals…",
  },
};

/** Whether nothing was ever counted of a family: no data and nothing but 0 as far back as is told. */
export function isUntold(values: readonly KpiValue[]): boolean {
  return values.every(({ now, before, series }) =>
    [now.value, before.value, ...series.map(({ value }) => value)].every((value) => !value),
  );
}
