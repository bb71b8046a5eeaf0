// What gaps are worth follows leads and deals. The map goes by the prices that were counted last; where
// those are old they are counted beside it, and what shows them is asked for again.
import { useQuery } from "@tanstack/react-query";
import type { EntityKind } from "@/bindings/EntityKind";
import { type Command, call } from "./call";
import { queryClient } from "./client";
import { read } from "./useCall";

/** What prices are counted from. */
export const OF_PRICES: readonly EntityKind[] = [
  "workspace",
  "persona",
  "journey",
  "stage",
  "batch",
  "leadAnswer",
];

/** What is ranked by them. */
const RANKED: ReadonlySet<unknown> = new Set<Command>([
  "coverage.gaps",
  "coverage.pipeline",
  "cell.get",
  "check.questions",
  "home.get",
  "review.get",
  "review.funding",
]);

async function count() {
  const counted = await call("coverage.count", {});
  if (counted.changed) {
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => RANKED.has(queryKey[0]) });
  }
  return counted;
}

const counted = { ...read("coverage.count", {}, OF_PRICES), queryFn: count };

/** Has the prices counted whenever what they are counted from has changed. */
export function usePrices(): void {
  useQuery(counted);
}
