// What the address of the import says.
import { oneOf } from "@/actions/searchParams";

/** What a file to be brought in holds: content, or leads, deals and whatever else is known of them. */
export const WHAT = ["content", "leads"] as const;
export type What = (typeof WHAT)[number];

export interface ImportSearch {
  /** Content where it is left out. */
  what?: "leads";
}

export function importSearch(search: Record<string, unknown>): ImportSearch {
  return oneOf(WHAT, search.what) === "leads" ? { what: "leads" } : {};
}
