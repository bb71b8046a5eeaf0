// Who a lead is, for whoever answers it.
import type { FollowUpRow } from "@/bindings/FollowUpRow";

/** What an answer needs to know of a lead. */
export type Answerable = Pick<
  FollowUpRow,
  "key" | "name" | "email" | "handedAt" | "state" | "answer" | "touchedAt"
>;

export function nameOf({ name, email }: Pick<FollowUpRow, "name" | "email">): string {
  return name || email || "Anonymous";
}

/** "CFO, Fabrikam": what is known of that. */
export function jobOf({ title, company }: Pick<FollowUpRow, "title" | "company">): string {
  return [title, company].filter((text) => text !== "").join(", ");
}

/** It is with sales, or was answered: what pulled itself back cannot be. */
export function canAnswer({ state, answer }: Answerable): boolean {
  return answer !== null || state === "warm" || state === "hot";
}

/** The reply as it stands can be given once more, for a note or a call; another one takes its place. */
export function isAccepted({ answer }: Answerable): boolean {
  return answer?.answer === "accepted";
}
