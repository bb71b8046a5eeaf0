// The address of the reviews: which list is on show, and which snapshots are compared.
import { oneOf, setOf, textOf } from "@/actions/searchParams";

export const SHOWS = ["reviews", "snapshots", "funding", "stop"] as const;
export type Show = (typeof SHOWS)[number];

export interface ReviewsSearch {
  /** The reviews unless set. */
  show?: Show;
  /** The older snapshot. */
  before?: string;
  /** The newer snapshot; the plan as it is unless set. */
  after?: string;
}

export function reviewsSearch({ show, before, after }: Record<string, unknown>): ReviewsSearch {
  return setOf<ReviewsSearch>({ show: oneOf(SHOWS, show), before: textOf(before), after: textOf(after) });
}
