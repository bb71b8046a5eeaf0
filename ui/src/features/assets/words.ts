// How this view names things.
import type { AssetColumn } from "@/bindings/AssetColumn";
import type { Mark } from "@/bindings/Mark";
import { capital } from "@/words/text";
import type { AssetFilters, StandingChoice } from "./search";

export const COLUMN_TITLES = {
  title: "Title",
  format: "Format",
  status: "Status",
  purpose: "Purpose",
  theme: "Themes",
  owner: "Owner",
  language: "Language",
  channels: "Channels",
  due: "Due",
  published: "Published",
  reviewed: "Last reviewed",
  expires: "Expires",
  standing: "Standing",
  placements: "Placements",
  mark: "Verdict",
  cost: "Cost",
  changed: "Changed",
} as const satisfies Readonly<Record<AssetColumn | "channels" | "mark", string>>;

export type ColumnId = keyof typeof COLUMN_TITLES;

export const FILTER_TITLES: Readonly<Record<Exclude<keyof AssetFilters, "text">, string>> = {
  status: "Status",
  format: "Format",
  theme: "Theme",
  owner: "Owner",
  language: "Language",
  purpose: "Purpose",
  placed: "Placed",
  standing: "Standing",
  mark: "Verdict",
};

export const STANDING_WORDS: Readonly<Record<StandingChoice, string>> = {
  live: "live",
  planned: "not out yet",
  stale: "stale",
  retired: "retired",
  undated: "undated",
};

export const MARK_WORDS: Readonly<Record<Mark, string>> = { stop: "stop", rework: "rework" };

/** Why an asset is marked. */
export const MARK_REASONS: Readonly<Record<Mark, string>> = {
  stop: "Every placement is answered with no. It probably should not be produced.",
  rework: "It is published, and every placement is answered with no. It needs rework.",
};

/** What the rows of a group share, as a heading. */
export function sayGroup(column: AssetColumn, label: string): string {
  if (label === "") {
    return column === "format" ? "Without a format" : `Without ${articleFor(column)}`;
  }
  return column === "status" || column === "standing" || column === "purpose" ? capital(label) : label;
}

function articleFor(column: AssetColumn): string {
  const noun = column === "theme" ? "theme" : COLUMN_TITLES[column].toLocaleLowerCase();
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
