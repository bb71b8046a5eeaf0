// The address of the scorecard: which period.
import { setOf } from "@/actions/searchParams";
import { type PeriodSearch, periodSearch } from "@/parts/period/periodSearch";

export type ScorecardSearch = PeriodSearch;

export function scorecardSearch(search: Record<string, unknown>): ScorecardSearch {
  return setOf<ScorecardSearch>(periodSearch(search));
}
