// What the address of the assets says: view, filter, sorting, grouping.
import type { AssetColumn } from "@/bindings/AssetColumn";
import type { ListAssets } from "@/bindings/ListAssets";
import type { Mark } from "@/bindings/Mark";
import type { Purpose } from "@/bindings/Purpose";
import type { SortBy } from "@/bindings/SortBy";
import type { Standing } from "@/bindings/Standing";
import type { Status } from "@/bindings/Status";
import { PURPOSES, STATUSES } from "@/words/plan";

/** Fields of which several values can be wanted at once. */
export interface ListFilters {
  status?: Status[];
  format?: string[];
  theme?: string[];
  owner?: string[];
  language?: string[];
  purpose?: Purpose[];
}

export type StandingChoice = Standing | "undated";
export type PlacedChoice = "placed" | "unplaced";

export interface AssetFilters extends ListFilters {
  text?: string;
  placed?: PlacedChoice;
  standing?: StandingChoice;
  mark?: Mark;
}

export interface AssetsSearch extends AssetFilters {
  view?: "board";
  /** "-due,title": by due date from the latest, then by title. */
  sort?: string;
  group?: GroupColumn;
}

export const STANDINGS: readonly StandingChoice[] = ["live", "stale", "undated", "planned", "retired"];
export const PLACED: readonly PlacedChoice[] = ["placed", "unplaced"];
export const MARKS: readonly Mark[] = ["stop", "rework"];

export const GROUPS = [
  "status",
  "format",
  "owner",
  "theme",
  "purpose",
  "language",
  "standing",
] as const satisfies readonly AssetColumn[];
export type GroupColumn = (typeof GROUPS)[number];

const SORTED: ReadonlySet<string> = new Set<AssetColumn>([
  "title",
  "format",
  "status",
  "purpose",
  "owner",
  "language",
  "theme",
  "due",
  "published",
  "reviewed",
  "expires",
  "standing",
  "placements",
  "cost",
  "changed",
]);

export function isSortable(column: string): column is AssetColumn {
  return SORTED.has(column);
}

export function readSort(sort: string | undefined): SortBy[] {
  return (sort ?? "").split(",").flatMap((part) => {
    const column = part.replace(/^-/, "");
    return isSortable(column) ? [{ column, descending: part.startsWith("-") }] : [];
  });
}

export function writeSort(sorts: readonly SortBy[]): string | undefined {
  const text = sorts.map(({ column, descending }) => `${descending === true ? "-" : ""}${column}`).join(",");
  return text === "" ? undefined : text;
}

/** The next sorting after a click on a header; with Shift besides the others, a third click takes it out. */
export function sortedBy(sorts: readonly SortBy[], next: SortBy, isAdding: boolean): SortBy[] {
  if (!isAdding) {
    return [next];
  }
  const now = sorts.find(({ column }) => column === next.column);
  if (now === undefined) {
    return [...sorts, next];
  }
  return now.descending === true
    ? sorts.filter((sort) => sort !== now)
    : sorts.map((sort) => (sort === now ? next : sort));
}

type Raw = Readonly<Record<string, unknown>>;

function words(value: unknown): string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((one) =>
    typeof one === "string" ? one.split(",") : typeof one === "number" ? [String(one)] : [],
  );
}

function listOf<T extends string>(raw: Raw, key: string, known?: readonly T[]): { [key: string]: T[] } {
  const listed = Array.isArray(raw[key])
    ? raw[key].filter((one) => typeof one === "string")
    : words(raw[key]);
  const found = listed.filter((one): one is T => known === undefined || known.some((word) => word === one));
  return found.length > 0 ? { [key]: found } : {};
}

function oneOf<T extends string>(raw: Raw, key: string, known: readonly T[]): { [key: string]: T } {
  const found = known.find((word) => word === raw[key]);
  return found === undefined ? {} : { [key]: found };
}

/** The address as typed; what does not fit is left out. */
export function assetsSearch(raw: Raw): AssetsSearch {
  const text = typeof raw.text === "number" ? String(raw.text) : raw.text;
  const sort = typeof raw.sort === "string" ? writeSort(readSort(raw.sort)) : undefined;
  return {
    ...oneOf(raw, "view", ["board"]),
    ...(typeof text === "string" && text !== "" && { text }),
    ...listOf(raw, "status", STATUSES),
    ...listOf(raw, "format"),
    ...listOf(raw, "theme"),
    ...listOf(raw, "owner"),
    ...listOf(raw, "language"),
    ...listOf(raw, "purpose", PURPOSES),
    ...oneOf(raw, "placed", PLACED),
    ...oneOf(raw, "standing", STANDINGS),
    ...oneOf(raw, "mark", MARKS),
    ...(sort !== undefined && { sort }),
    ...oneOf(raw, "group", GROUPS),
  };
}

/** The filter of an address alone, without view, sorting and grouping. */
export function filtersOf(search: AssetsSearch): AssetFilters {
  const { view: _view, sort: _sort, group: _group, ...filters } = search;
  return filters;
}

function standingOf(standing: StandingChoice | undefined): Pick<ListAssets, "standing" | "undated"> {
  if (standing === "undated") {
    return { undated: true };
  }
  return standing === undefined ? {} : { standing };
}

/** What core is asked for. */
export function requestOf(search: AssetsSearch): ListAssets {
  const { text, status, format, theme, owner, language, purpose, placed, standing, mark } = search;
  const sort = readSort(search.sort);
  return {
    filter: {
      triggerId: null,
      themes: theme ?? [],
      formatIds: format ?? [],
      owners: owner ?? [],
      statuses: status ?? [],
      languages: language ?? [],
      purposes: purpose ?? [],
      text: text ?? "",
    },
    ...(placed !== undefined && { placed: placed === "placed" }),
    ...standingOf(standing),
    ...(mark !== undefined && { mark }),
    ...(sort.length > 0 && { sort }),
    ...(search.group !== undefined && { group: search.group }),
  };
}
