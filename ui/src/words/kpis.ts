// Figures in words: what families and figures are called, amounts, growth, targets.

import type { AttributionModel } from "@/bindings/AttributionModel";
import type { KpiFamily } from "@/bindings/KpiFamily";
import type { KpiRows } from "@/bindings/KpiRows";
import type { KpiSense } from "@/bindings/KpiSense";
import type { KpiSettings } from "@/bindings/KpiSettings";
import type { KpiUnit } from "@/bindings/KpiUnit";
import type { RevenueDimension } from "@/bindings/RevenueDimension";
import type { Terms } from "@/bindings/Terms";
import type { Unit } from "@/bindings/Unit";
import { LOCALE } from "@/locale";
import { KPI_WORDS } from "./kpiNames";
import { minorUnits } from "./money";

export const FAMILIES = [
  "engagement",
  "content",
  "nurture",
  "leads",
  "revenue",
  "return",
] as const satisfies readonly KpiFamily[];

export const FAMILY_WORDS: Readonly<Record<KpiFamily, string>> = {
  engagement: "Engagement",
  content: "Content",
  nurture: "Nurture",
  leads: "Leads",
  revenue: "Revenue",
  return: "Return",
};

export const DIMENSIONS = [
  "asset",
  "channel",
  "persona",
  "campaign",
] as const satisfies readonly RevenueDimension[];

export const DIMENSION_WORDS: Readonly<Record<RevenueDimension, string>> = {
  asset: "Content",
  channel: "Channel",
  persona: "Persona",
  campaign: "Campaign",
};

export const ROWS_WORDS: Readonly<Record<KpiRows, string>> = {
  channel: "Channel",
  asset: "Content",
  campaign: "Campaign",
  stage: "Stage",
  persona: "Persona",
  programme: "Programme",
  firstTouch: "First touch",
};

export const MODELS = [
  "firstTouch",
  "lastTouch",
  "linear",
  "positionBased",
  "timeDecay",
] as const satisfies readonly AttributionModel[];

export const MODEL_WORDS: Readonly<Record<AttributionModel, { label: string; says: string }>> = {
  firstTouch: { label: "First", says: "All of a deal is due to the first touch." },
  lastTouch: { label: "Last", says: "All of a deal is due to the last touch before it was closed." },
  linear: { label: "Linear", says: "Each touch has an equal part." },
  positionBased: {
    label: "Position",
    says: "The first and the last touch have 40% each; those between share the rest.",
  },
  timeDecay: {
    label: "Time decay",
    says: "The nearer to the close, the larger the part: half as much for each week before.",
  },
};

const EVERY_WORDS: Readonly<Record<Unit, string>> = {
  month: "every month",
  quarter: "every quarter",
  year: "every fiscal year",
};

const number = (value: number, most: number, least = 0) =>
  value.toLocaleString(LOCALE, { maximumFractionDigits: most, minimumFractionDigits: least });

const COMPACT = {
  notation: "compact",
  minimumSignificantDigits: 3,
  maximumSignificantDigits: 3,
} as const;

function sayAmountOfMoney(minor: number, currency: string, isCompact: boolean): string {
  const value = minor / minorUnits(currency);
  const size = Math.abs(value);
  const style = { style: "currency", currency } as const;
  const said = (options: Intl.NumberFormatOptions) => value.toLocaleString(LOCALE, { ...style, ...options });
  if (minor !== 0 && Math.abs(minor) < 10) {
    return said({ maximumSignificantDigits: 2 });
  }
  if (isCompact && size >= 10_000) {
    return said(COMPACT);
  }
  return size < 100 ? said({ trailingZeroDisplay: "stripIfInteger" }) : said({ maximumFractionDigits: 0 });
}

export interface Parts {
  number: string;
  /** A word behind it, or nothing. */
  unit: string;
}

/** An amount and the word behind it: "€1.2M", "12.4%", "4.5" and "days". */
export function partsOf(value: number, unit: KpiUnit, currency: string, isCompact = false): Parts {
  switch (unit) {
    case "money":
      return { number: sayAmountOfMoney(value, currency, isCompact), unit: "" };
    case "moneyPerDay":
      return { number: sayAmountOfMoney(value, currency, isCompact), unit: "a day" };
    case "share": {
      const isTiny = value !== 0 && Math.abs(value) < 0.001;
      // Figures below each other stand digit under digit.
      const decimals = value === 0 || value === 1 || Math.abs(value) >= 10 ? 0 : 1;
      const digits = isTiny
        ? { maximumSignificantDigits: 1 }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      return { number: value.toLocaleString(LOCALE, { style: "percent", ...digits }), unit: "" };
    }
    case "days": {
      const said = number(value, value < 10 ? 1 : 0);
      return { number: said, unit: said === "1" ? "day" : "days" };
    }
    case "hours":
      return { number: number(value, 1, 1), unit: "h" };
    case "count":
      return {
        number:
          isCompact && Math.abs(value) >= 1_000_000
            ? value.toLocaleString(LOCALE, COMPACT)
            : number(value, 0),
        unit: "",
      };
  }
}

/** "€1,204", "12.4%", "4.5 days"; "no data" where nothing is known. */
export function sayAmount(value: number | null, unit: KpiUnit, currency: string, isCompact = false): string {
  if (value === null) {
    return "no data";
  }
  const parts = partsOf(value, unit, currency, isCompact);
  return parts.unit === "" ? parts.number : `${parts.number} ${parts.unit}`;
}

/** "12%" up or down; "×14" where it is ten times and more. */
export function sayGrowth(growth: number): string {
  if (growth >= 9.995) {
    return `×${number(growth + 1, 0)}`;
  }
  const size = Math.abs(growth);
  return size > 0 && size < 0.01 ? "under 1%" : `${number(size * 100, 0)}%`;
}

export type Tone = "good" | "bad" | "neutral";

/** What a change means, by whether more is better. */
export function toneOf(change: number, sense: KpiSense): Tone {
  if (sense === "neither" || Math.abs(change) < 0.0005) {
    return "neutral";
  }
  return change > 0 === (sense === "more") ? "good" : "bad";
}

/** How far it is to a target: a length for a bar, and what is said of it. */
export function targetOf(value: number | null, target: number, sense: KpiSense) {
  const share = value === null || target === 0 ? null : value / target;
  if (share === null) {
    return { length: 0, isMet: false, isOver: false, lead: "Target" } as const;
  }
  const length = Math.min(1, Math.max(0, share));
  if (sense !== "less") {
    return { length, isMet: share >= 1, isOver: false, lead: `${number(share * 100, 0)}% of` };
  }
  const off = `${number(Math.abs(share - 1) * 100, 0)}%`;
  const lead = share > 1 ? `${off} over` : `${off} under`;
  return { length, isMet: share <= 1, isOver: share > 1, lead: share === 1 ? "Just" : lead };
}

/** "Margin 60%, retention 85%, discount 10% a year, years 0 to 4". */
export function sayTerms({ margin, retention, discount, years }: Terms): string {
  const percent = (rate: number) => `${number(rate * 100, 2)}%`;
  return `Margin ${percent(margin)}, retention ${percent(retention)}, discount ${percent(discount)} a year, years 0 to ${years}`;
}

/** Targets and terms line by line, as the history tells them; nothing where nobody has said any. */
export function sayNumbers({ targets, terms }: KpiSettings, currency: string): readonly string[] {
  const lines = targets.map(({ kpi, every, value }) => {
    const { name, unit, adds } = KPI_WORDS[kpi];
    const often = adds ? ` ${EVERY_WORDS[every]}` : "";
    return `${name}: ${sayAmount(value, unit, currency)}${often}`;
  });
  return terms === null ? lines : [...lines, sayTerms(terms)];
}
