// What the address of the leads says: text, persona, sorting.
import { oneOf, setOf, textOf } from "@/actions/searchParams";
import type { LeadGroup } from "@/bindings/LeadGroup";
import type { LeadQuery } from "@/bindings/LeadQuery";
import type { LeadSort } from "@/bindings/LeadSort";
import type { LeadState } from "@/bindings/LeadState";
import type { GridSort } from "@/components/grid/grid";
import { readBehind } from "@/parts/behind";
import { LEAD_GROUPS } from "@/words/funnel";
import { LEAD_STATES } from "@/words/scoring";

/** In place of the id of a persona: leads whose title tells of none. */
export const WITHOUT = "none";

export interface LeadsSearch {
  text?: string;
  /** The id of a persona, or "none". */
  persona?: string;
  /** Where they stand: "warm". */
  state?: LeadState;
  /** Only those whose content says another stage than is recorded. */
  stages?: "differ";
  /** A group of the funnel: "retained". */
  group?: LeadGroup;
  /** The id of a stage that they are at. */
  stage?: string;
  /** The figure behind which they are. */
  behind?: string;
  /** "-requests": by requests, the most first. */
  sort?: string;
}

const SORTS: readonly LeadSort[] = [
  "activity",
  "score",
  "requests",
  "opened",
  "name",
  "title",
  "level",
  "company",
  "industry",
  "country",
];

/** By these the largest comes first unless told. */
const LARGEST_FIRST: ReadonlySet<string> = new Set<LeadSort>(["activity", "score", "requests", "opened"]);

const USUAL: GridSort = { column: "activity", isDescending: true };

export function isLargestFirst(column: LeadSort): boolean {
  return LARGEST_FIRST.has(column);
}

export function readSort(sort: string | undefined): GridSort {
  const column = oneOf(SORTS, sort?.replace(/^-/, ""));
  return column === undefined ? USUAL : { column, isDescending: sort?.startsWith("-") === true };
}

export function writeSort({ column, isDescending }: GridSort): string | undefined {
  const isUsual = column === USUAL.column && isDescending === USUAL.isDescending;
  return isUsual ? undefined : `${isDescending ? "-" : ""}${column}`;
}

export function leadsSearch(search: Record<string, unknown>): LeadsSearch {
  const sort = textOf(search.sort);
  return setOf<LeadsSearch>({
    text: textOf(search.text),
    persona: textOf(search.persona),
    state: oneOf(LEAD_STATES, search.state),
    stages: oneOf(["differ"] as const, search.stages),
    group: oneOf(LEAD_GROUPS, search.group),
    stage: textOf(search.stage),
    behind: readBehind(search.behind) === undefined ? undefined : textOf(search.behind),
    sort: sort === undefined ? undefined : writeSort(readSort(sort)),
  });
}

/** How many filters are set. */
export function countFilters({ text, persona, state, stages, group, stage, behind }: LeadsSearch): number {
  return [text, persona, state, stages, group, stage, behind].filter((part) => part !== undefined).length;
}

/** The leads that are asked for; a group is of the funnel of the journey on show. */
export function queryOf(search: LeadsSearch, journey?: string): LeadQuery {
  const { text, persona, state, stages, group, stage, sort } = search;
  const { column, isDescending } = readSort(sort);
  const by = oneOf(SORTS, column) ?? "activity";
  const behind = readBehind(search.behind);
  const isOfJourney = group !== undefined || behind !== undefined;
  return {
    sort: by,
    reversed: isDescending !== isLargestFirst(by),
    ...(text !== undefined && { text }),
    ...(state !== undefined && { state }),
    ...(stages !== undefined && { stagesDiffer: true }),
    ...(group !== undefined && { group }),
    ...(behind !== undefined && { behind }),
    ...(isOfJourney && journey !== undefined && { journey }),
    ...(stage !== undefined && { stage }),
    ...(persona === WITHOUT ? { withoutPersona: true } : persona !== undefined && { persona }),
  };
}
