// The words of the method, as people read them.
import type { Answer } from "@/bindings/Answer";
import type { Finding } from "@/bindings/Finding";
import type { Importance } from "@/bindings/Importance";
import type { NeedKind } from "@/bindings/NeedKind";
import type { NeedStatus } from "@/bindings/NeedStatus";
import type { Purpose } from "@/bindings/Purpose";
import type { Side } from "@/bindings/Side";
import type { State } from "@/bindings/State";
import type { Status } from "@/bindings/Status";

export const STATUSES: readonly Status[] = ["idea", "planned", "in production", "published", "retired"];

export const PURPOSES: readonly Purpose[] = ["foundational", "prescriptive", "thought leadership", "product"];

export const NEED_KINDS: readonly NeedKind[] = ["sales need", "buyer question", "objection"];

export const IMPORTANCES: readonly Importance[] = ["must", "should", "nice"];

export const ANSWERS: readonly Answer[] = ["yes", "partly", "no", "unsure"];

/** The key that gives an answer. */
export const ANSWER_KEYS: Readonly<Record<Answer, string>> = { yes: "Y", partly: "P", no: "N", unsure: "U" };

export const SIDE_WORDS: Readonly<Record<Side, string>> = { marketing: "Marketing", sales: "Sales" };

/** A state in the few letters a cell has room for. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  covered: "covered",
  thin: "thin",
  unproven: "unproven",
  unhelpful: "unhelpful",
  stale: "stale",
  planned: "planned",
  empty: "empty",
  "not applicable": "n/a",
};

/** A state as a sentence on a cell. */
export const STATE_SENTENCES: Readonly<Record<State, string>> = {
  covered: "Covered.",
  thin: "Covered thinly.",
  unproven: "Live, but nobody says yet that it moves the deal.",
  unhelpful: "Live, but nothing moves the deal.",
  stale: "Nothing live: what is published is past its shelf life.",
  planned: "Nothing live: it is only planned.",
  empty: "Nothing live.",
  "not applicable": "Not applicable.",
};

/** A finding as a sentence on a cell. */
export const FINDING_SENTENCES: Readonly<Record<Finding, string>> = {
  excess: "More than five published pieces stand here",
  "trigger unanswered": "A trigger that nothing answers",
  "broken path": "No piece with a yes leads on to the next stage or to an action",
  "one-way": "A piece without both next steps",
  "no takeaways": "A piece without takeaways: sales cannot talk about it",
  "expires within 60 days": "A piece that expires within 60 days",
  undated: "A published piece without any date",
};

export const NEED_STATUS_WORDS: Readonly<Record<NeedStatus, string>> = {
  open: "open",
  planned: "answer planned",
  answered: "answered",
  declined: "declined",
};

/** "Does this help sales move the deal from Evaluation to the next stage, Proposal?" */
export function dealQuestion(stage: string, next?: string): string {
  const to = next === undefined ? "the next stage" : `the next stage, ${next}`;
  return `Does this help sales move the deal from ${stage} to ${to}?`;
}

/** The question at the last stage of a journey. */
export function closingQuestion(stage: string): string {
  return `Does this help sales move the deal from ${stage} to its close?`;
}
