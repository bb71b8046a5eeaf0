// The funnel in words.

import type { FunnelDimension } from "@/bindings/FunnelDimension";
import type { FunnelStage } from "@/bindings/FunnelStage";
import type { LeadGroup } from "@/bindings/LeadGroup";
import type { Period } from "@/bindings/Period";
import type { Unit } from "@/bindings/Unit";
import { LOCALE } from "@/locale";
import { sayMonth } from "./months";

export const UNITS = ["month", "quarter", "year"] as const satisfies readonly Unit[];

export const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  month: "Month",
  quarter: "Quarter",
  year: "Fiscal year",
};

export const FUNNEL_DIMENSIONS = [
  "channel",
  "persona",
  "level",
  "industry",
  "country",
] as const satisfies readonly FunnelDimension[];

export const FUNNEL_DIMENSION_WORDS: Readonly<Record<FunnelDimension, string>> = {
  channel: "Channel",
  persona: "Persona",
  level: "Level",
  industry: "Industry",
  country: "Country",
};

export const LEAD_GROUPS = [
  "noMansLand",
  "retained",
  "awake",
  "cameBack",
  "advocates",
  "pouredOut",
] as const satisfies readonly LeadGroup[];

export const LEAD_GROUP_WORDS: Readonly<Record<LeadGroup, string>> = {
  noMansLand: "No-man’s-land",
  retained: "Retained audience",
  awake: "Awake again",
  cameBack: "Taken up again",
  advocates: "Advocates",
  pouredOut: "Poured out",
};

/** Fewer than these tell little. */
export const FEW = 30;

/** "4.5 days", "1 day". */
export function sayDays(days: number | null): string {
  if (days === null) {
    return "no data";
  }
  const said = days.toLocaleString(LOCALE, { maximumFractionDigits: days < 10 ? 1 : 0 });
  return `${said} ${said === "1" ? "day" : "days"}`;
}

const shortMonth = (day: string, withYear: boolean) =>
  new Date(`${day}T00:00`).toLocaleDateString(LOCALE, {
    month: "short",
    ...(withYear && { year: "numeric" }),
  });

/** "October 2026", "Oct – Dec 2026", "Jan – Dec 2026". */
export function sayPeriod({ from, to }: Period): string {
  if (from.slice(0, 7) === to.slice(0, 7)) {
    return sayMonth(from);
  }
  return `${shortMonth(from, from.slice(0, 4) !== to.slice(0, 4))} – ${shortMonth(to, true)}`;
}

/** What became of visits; of all of them, or of those of a cohort. */
type Ledger = Pick<FunnelStage, "entered" | "advanced" | "movedBack" | "lost">;

/** Of those who came, the share that went on; null where nobody came. */
export function conversionOf({ entered, advanced }: Ledger): number | null {
  return entered === 0 ? null : advanced / entered;
}

/** Of those of whom it is known what became of them, the share that was lost or went back. */
export function leakOf({ advanced, movedBack, lost }: Ledger): number | null {
  const resolved = advanced + movedBack + lost;
  return resolved === 0 ? null : (movedBack + lost) / resolved;
}
