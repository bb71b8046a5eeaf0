// What the list can be filtered by, and the values there are.

import { useMemo } from "react";
import type { Facet } from "@/bindings/Facet";
import type { Choice } from "@/components/Choices";
import { LOCALE } from "@/locale";
import { useFacets } from "@/rpc/lists";
import { PURPOSES, STATUSES } from "@/words/plan";
import { capital } from "@/words/text";
import { useFormatChoices } from "./queries";
import { type AssetFilters, MARKS, PLACED, STANDINGS } from "./search";
import { MARK_REASONS, STANDING_WORDS } from "./words";

export type FilterKey = Exclude<keyof AssetFilters, "text">;

export interface FilterField {
  mode: "one" | "several";
  choices: readonly Choice[];
  emptyText: string;
}

export const FILTER_KEYS: readonly FilterKey[] = [
  "status",
  "format",
  "theme",
  "owner",
  "language",
  "purpose",
  "placed",
  "standing",
  "mark",
];

const words = (list: readonly string[]): Choice[] => list.map((id) => ({ id, label: capital(id) }));

const facets = (list: readonly Facet[]): Choice[] =>
  list.map(({ value, count }) => ({ id: value, label: value, aside: count.toLocaleString(LOCALE) }));

const PLACED_CHOICES: Choice[] = PLACED.map((id) => ({
  id,
  label: id === "placed" ? "Placed" : "Not placed anywhere",
}));
const STANDING_CHOICES: Choice[] = STANDINGS.map((id) => ({ id, label: capital(STANDING_WORDS[id]) }));
const MARK_CHOICES: Choice[] = MARKS.map((id) => ({ id, label: capital(id), detail: MARK_REASONS[id] }));

export function useFilterFields(): Readonly<Record<FilterKey, FilterField>> {
  const known = useFacets();
  const formats = useFormatChoices();
  return useMemo(() => {
    const several = (choices: readonly Choice[], emptyText = "") =>
      ({ mode: "several", choices, emptyText }) as const;
    const one = (choices: readonly Choice[]) => ({ mode: "one", choices, emptyText: "" }) as const;
    return {
      status: several(words(STATUSES)),
      format: several(formats, "There are no formats."),
      theme: several(facets(known.themes), "No asset has a theme yet."),
      owner: several(facets(known.owners), "No asset has an owner yet."),
      language: several(facets(known.languages), "No asset has a language yet."),
      purpose: several(words(PURPOSES)),
      placed: one(PLACED_CHOICES),
      standing: one(STANDING_CHOICES),
      mark: one(MARK_CHOICES),
    };
  }, [known, formats]);
}

export function valuesOf(filters: AssetFilters, key: FilterKey): readonly string[] {
  const value = filters[key];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

/** The filter with other values of one field; none takes the field out. */
export function withValues(
  filters: AssetFilters,
  key: FilterKey,
  values: readonly string[],
  mode: FilterField["mode"],
): Record<string, unknown> {
  const { [key]: _before, ...rest } = filters;
  if (values.length === 0) {
    return rest;
  }
  return { ...rest, [key]: mode === "one" ? values[0] : values };
}

/** "idea, planned", or "4 of them" where the names would not fit. */
export function sayValues(values: readonly string[], choices: readonly Choice[]): string {
  const labels = values.map((id) => choices.find((choice) => choice.id === id)?.label ?? id);
  return labels.length > 2 ? `${labels.length} of them` : labels.join(", ");
}
