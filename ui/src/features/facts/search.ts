// What the address of imported tables says.
import { oneOf, setOf, textOf } from "@/actions/searchParams";
import type { FactCount } from "@/bindings/FactCount";
import type { Subject } from "@/bindings/Subject";

/** Leads have a view of their own. */
export type Tabled = Exclude<Subject, "lead">;

export const TABLED: readonly Tabled[] = ["deal", "account", "send", "channelDay", "stageCount"];

export interface FactsSearch {
  text?: string;
}

export function factsSearch(search: Record<string, unknown>): FactsSearch {
  return setOf<FactsSearch>({ text: textOf(search.text) });
}

export function tabledOf(subject: unknown): Tabled | undefined {
  return oneOf(TABLED, subject);
}

/** The first table that has rows. */
export function firstOf(counts: readonly FactCount[]): Tabled | undefined {
  return TABLED.find((subject) => counts.some((count) => count.subject === subject));
}
