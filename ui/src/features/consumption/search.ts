// The address of the consumption gap: what segments are told apart by, which are drawn, the sorting.
import { setOf, textOf } from "@/actions/searchParams";
import type { GapDimension } from "@/bindings/GapDimension";
import { GAP_DIMENSIONS } from "@/words/consumption";

/** More curves side by side than these nobody tells apart. */
export const MOST_SEGMENTS = 4;
const MOST_DIMENSIONS = 2;
const USUAL: readonly GapDimension[] = ["industry"];

export interface ConsumptionSearch {
  /** "industry,level"; by industry unless set. */
  by?: string;
  /** What each segment that is drawn has of each. */
  drawn?: string[][];
  /** "-n": by requests, the most first. */
  sort?: string;
}

function readBy(text: string | undefined): readonly GapDimension[] {
  const words = (text ?? "").split(",");
  const known = GAP_DIMENSIONS.filter((by) => words.includes(by));
  return known.sort((a, b) => words.indexOf(a) - words.indexOf(b)).slice(0, MOST_DIMENSIONS);
}

function isSegment(of: number) {
  return (value: unknown): value is string[] =>
    Array.isArray(value) && value.length === of && value.every((one) => typeof one === "string");
}

/** The address as typed; what does not fit is left out. */
export function consumptionSearch({ by, drawn, sort }: Record<string, unknown>): ConsumptionSearch {
  const known = readBy(textOf(by));
  const segments = Array.isArray(drawn) ? drawn.filter(isSegment(known.length || USUAL.length)) : [];
  return setOf<ConsumptionSearch>({
    by: known.length > 0 ? known.join(",") : undefined,
    drawn: segments.length > 0 ? segments.slice(0, MOST_SEGMENTS) : undefined,
    sort: textOf(sort),
  });
}

/** What segments are told apart by. */
export function dimensionsOf({ by }: ConsumptionSearch): readonly GapDimension[] {
  const known = readBy(by);
  return known.length > 0 ? known : USUAL;
}

/** After a click on some of the dimensions: two at most, the newest ones, and never none. */
export function chosenDimensions(
  before: readonly GapDimension[],
  after: readonly string[],
): readonly GapDimension[] {
  const kept = before.filter((by) => after.includes(by));
  const added = GAP_DIMENSIONS.filter((by) => after.includes(by) && !before.includes(by));
  const all = [...kept, ...added].slice(-MOST_DIMENSIONS);
  return all.length > 0 ? all : before;
}
