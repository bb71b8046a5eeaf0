// The filters of the address: as core takes them, and as chips that can be taken off.

import type { Filter } from "@/bindings/Filter";
import type { Format } from "@/bindings/Format";
import type { Trigger } from "@/bindings/Trigger";
import { LOCALE } from "@/locale";
import { NO_FILTER } from "@/placing/choices";
import type { ArchitectureSearch, SearchChange } from "./search";

export function filterOf(search: ArchitectureSearch): Filter {
  return {
    ...NO_FILTER,
    triggerId: search.trigger ?? null,
    themes: search.themes ?? [],
    formatIds: search.formats ?? [],
    owners: search.owners ?? [],
    statuses: search.statuses ?? [],
    languages: search.languages ?? [],
    purposes: search.purposes ?? [],
    text: search.text ?? "",
  };
}

export const NO_FILTERS: SearchChange = {
  trigger: undefined,
  themes: undefined,
  formats: undefined,
  owners: undefined,
  statuses: undefined,
  languages: undefined,
  purposes: undefined,
  text: undefined,
};

export function isFiltered(search: SearchChange): boolean {
  return Object.keys(NO_FILTERS).some((key) => search[key as keyof ArchitectureSearch] !== undefined);
}

export interface FilterChip {
  id: string;
  label: string;
  /** The change that takes it off. */
  off: SearchChange;
}

type ListKey = "themes" | "formats" | "owners" | "statuses" | "languages" | "purposes";

const LISTS: readonly (readonly [key: ListKey, word: string])[] = [
  ["themes", "Theme"],
  ["formats", "Format"],
  ["owners", "Owner"],
  ["statuses", "Status"],
  ["languages", "Language"],
  ["purposes", "Purpose"],
];

/** The filters that are set, one chip each; the trigger has a place of its own. */
export function chipsOf(search: ArchitectureSearch, formats: readonly Format[]): FilterChip[] {
  const nameOf = (key: ListKey, value: string) =>
    key === "formats" ? (formats.find(({ id }) => id === value)?.name ?? "unknown") : value;
  const listed = LISTS.flatMap(([key, word]) =>
    (search[key] ?? []).map((value) => {
      const rest = (search[key] ?? []).filter((other) => other !== value);
      const off: SearchChange = { [key]: rest.length > 0 ? rest : undefined };
      return { id: `${key}:${value}`, label: `${word}: ${nameOf(key, value)}`, off };
    }),
  );
  const words =
    search.text === undefined ? [] : [{ id: "text", label: `“${search.text}”`, off: { text: undefined } }];
  return [...listed, ...words];
}

/** What the map counts, in words: "46 of 214 assets, where they answer Audit finding". */
export function sayFiltered(
  search: ArchitectureSearch,
  counts: { passing: number | undefined; all: number | undefined },
  trigger: Trigger | undefined,
): string {
  const { passing = 0, all = 0 } = counts;
  const answering = trigger === undefined ? "" : `where they answer “${trigger.name}”`;
  if (!isFiltered({ ...search, trigger: undefined })) {
    return `The map counts assets only ${answering}.`;
  }
  const assets = `The map counts only ${passing.toLocaleString(LOCALE)} of ${all.toLocaleString(LOCALE)} assets`;
  return answering === "" ? `${assets}.` : `${assets}, ${answering}.`;
}
