// The content consumption gap in words.

import type { Consumption } from "@/bindings/Consumption";
import type { GapDimension } from "@/bindings/GapDimension";
import type { Quantile } from "@/bindings/Quantile";
import type { ReferenceGap } from "@/bindings/ReferenceGap";
import { LOCALE } from "@/locale";
import { sayHours } from "./shares";

export const GAP_DIMENSIONS = [
  "industry",
  "level",
  "persona",
  "format",
  "asset",
  "month",
] as const satisfies readonly GapDimension[];

export const GAP_DIMENSION_WORDS: Readonly<Record<GapDimension, string>> = {
  industry: "Industry",
  level: "Level",
  persona: "Persona",
  format: "Format",
  asset: "Content",
  month: "Month",
};

/** Stands in where nothing of one's own says how long to wait: the first published mean. */
export function referenceWait(references: readonly ReferenceGap[]): ReferenceGap | null {
  return references[0] ?? null;
}

export function sayQuantile(quantile: Quantile): string {
  switch (quantile.kind) {
    case "noData":
      return "no data";
    case "notReached":
      return "not reached";
    case "reached":
      return sayHours(quantile.hours);
  }
}

/** "Half of what is requested is opened after 7.0 h". */
export function sayHalf({ medianHours }: Consumption): string {
  switch (medianHours.kind) {
    case "noData":
      return "Nothing was requested yet";
    case "notReached":
      return "Fewer than half of the requests are opened for as long as they were watched";
    case "reached":
      return `Half of what is requested is opened after ${sayHours(medianHours.hours)}`;
  }
}

/** "wait 9 h before calling". */
export function sayWait({ recommendedWaitHours: hours }: Consumption): string {
  return hours === null
    ? "nothing of your own says yet how long to wait"
    : `wait ${hours.toLocaleString(LOCALE)} h before calling`;
}

function sayMonth(month: string): string {
  const [year, at] = month.split("-").map(Number);
  return new Date(year ?? 0, (at ?? 1) - 1, 1).toLocaleDateString(LOCALE, {
    month: "long",
    year: "numeric",
  });
}

/** What a segment has of a dimension; null where that is not known. */
export function sayPart(by: GapDimension, value: string): string | null {
  if (value === "") {
    return null;
  }
  return by === "month" && /^\d{4}-\d{2}$/.test(value) ? sayMonth(value) : value;
}

/** "28 h", "over 30 h". */
export function sayReference({ hours, over }: ReferenceGap): string {
  return `${over ? "over " : ""}${hours.toLocaleString(LOCALE)} h`;
}
