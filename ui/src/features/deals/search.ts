// What the address of the deals says: how they are looked at, which, in which order.
import { oneOf, setOf, textOf } from "@/actions/searchParams";
import type { DealOutcome } from "@/bindings/DealOutcome";
import type { DealQuery } from "@/bindings/DealQuery";
import type { DealSort } from "@/bindings/DealSort";
import type { GridSort } from "@/components/grid/grid";
import { readBehind } from "@/parts/behind";
import { OUTCOMES } from "@/words/deals";

/** In place of the id of a stage: deals of which no file tells one. */
export const NO_STAGE_ID = "none";

export interface DealsSearch {
  /** By stage unless it is the table. */
  view?: "table";
  text?: string;
  /** What became of them: open ones unless told. */
  outcome?: DealOutcome | "all";
  /** The id of a stage, or "none". */
  stage?: string;
  /** Only those past the line of their stage. */
  age?: "past";
  /** The number of a lead that is part of them. */
  lead?: number;
  /** The figure behind which they are. */
  behind?: string;
  /** "-value": by value, the most first. */
  sort?: string;
}

const SORTS: readonly DealSort[] = [
  "days",
  "name",
  "account",
  "owner",
  "stage",
  "value",
  "opened",
  "close",
  "people",
  "missing",
  "touch",
];

/** By these the largest comes first unless told. */
const LARGEST_FIRST: ReadonlySet<string> = new Set<DealSort>([
  "days",
  "value",
  "opened",
  "people",
  "missing",
  "touch",
]);

const USUAL: GridSort = { column: "days", isDescending: true };

export function isLargestFirst(column: string): boolean {
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

function leadOf(value: unknown): number | undefined {
  const key = typeof value === "string" ? Number(value) : value;
  return typeof key === "number" && Number.isInteger(key) && key >= 0 ? key : undefined;
}

export function dealsSearch(search: Record<string, unknown>): DealsSearch {
  const sort = textOf(search.sort);
  return setOf<DealsSearch>({
    view: oneOf(["table"] as const, search.view),
    text: textOf(search.text),
    outcome: oneOf([...OUTCOMES, "all"] as const, search.outcome),
    stage: textOf(search.stage),
    age: oneOf(["past"] as const, search.age),
    lead: leadOf(search.lead),
    behind: readBehind(search.behind) === undefined ? undefined : textOf(search.behind),
    sort: sort === undefined ? undefined : writeSort(readSort(sort)),
  });
}

/** How many filters are set. */
export function countFilters({ text, outcome, stage, age, lead, behind }: DealsSearch): number {
  return [text, outcome, stage, age, lead, behind].filter((part) => part !== undefined).length;
}

/** The deals that are asked for, of the journey on show. */
export function queryOf(search: DealsSearch, journey?: string): DealQuery {
  const { text, outcome = "open", stage, age, lead, sort } = search;
  const { column, isDescending } = readSort(sort);
  const by = oneOf(SORTS, column) ?? "days";
  const behind = readBehind(search.behind);
  return {
    sort: by,
    reversed: isDescending !== isLargestFirst(by),
    ...(journey !== undefined && { journey }),
    ...(text !== undefined && { text }),
    ...(outcome !== "all" && { outcome }),
    ...(age !== undefined && { pastLine: true }),
    ...(lead !== undefined && { lead }),
    ...(behind !== undefined && { behind }),
    ...(stage === NO_STAGE_ID ? { withoutStage: true } : stage !== undefined && { stage }),
  };
}

/** Those at one stage, as a column of the board has them. */
export function queryAt(
  { stage: _stage, ...search }: DealsSearch,
  id: string | null,
  journey?: string,
): DealQuery {
  return queryOf({ ...search, outcome: "open", stage: id ?? NO_STAGE_ID }, journey);
}
