// What a file of facts holds by its mapping, and what keeps it from coming in.
import type { FactColumn } from "@/bindings/FactColumn";
import type { FactKind } from "@/bindings/FactKind";
import type { FactPreview } from "@/bindings/FactPreview";
import type { MappingFields } from "@/bindings/MappingFields";
import type { Question } from "@/bindings/Question";

/** The question that is asked at the head. */
export const KIND = "kind";

/** Dates that can be read two ways stay out until this is answered; the rest comes in. */
const DATE_ORDER = "dateOrder";

type Has = (column: FactColumn) => boolean;

function hasOf({ columns }: MappingFields): Has {
  const read = new Set(Object.keys(columns).map((key) => key.split(" ")[0]));
  return (column) => read.has(column);
}

function leads(has: Has): string {
  if (has("requested")) {
    return has("opened")
      ? "Leads, what they requested and when they opened it."
      : "Leads, and what they requested.";
  }
  return has("opened") ? "Leads, and what they opened." : "Leads, without anything they did.";
}

function deals(has: Has): string {
  const told = [
    has("value") ? "value" : "",
    has("stage") || has("won") || has("wonOn") ? "stage" : "",
    has("leads") ? "leads" : "",
    has("entered") ? "way through the stages" : "",
  ].filter(Boolean);
  const last = told.at(-1);
  if (last === undefined) {
    return "Deals.";
  }
  const before = told.slice(0, -1).join(", ");
  return `Deals, with their ${before === "" ? last : `${before} and ${last}`}.`;
}

function channels(has: Has): string {
  const what = [has("impressions") ? "impressions" : "", has("value") ? "cost" : ""].filter(Boolean);
  const by = [has("channel") ? "channel" : "", has("content") ? "content" : ""].filter(Boolean);
  const said = what.length === 0 ? "counts" : what.join(" and ");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${by.length > 0 ? ` by ${by.join(" and ")}` : ""}.`;
}

const HELD: Readonly<Record<FactKind, (has: Has) => string>> = {
  leads,
  accounts: (has) => (has("fits") ? "Accounts, and whether they fit your ideal profile." : "Accounts."),
  events: (has) => (has("happened") ? "What leads did, and when." : "What leads did."),
  moves: () => "Which stages were reached, and when.",
  deals,
  sends: () => "E-mail campaigns, counted: no single person is named.",
  channelDays: channels,
  stageCounts: () => "Counts by stage, without persons.",
};

/** What comes in by the mapping. */
export function sayHeld(kind: FactKind, mapping: MappingFields): string {
  return Object.keys(mapping.columns).length === 0
    ? "As it is mapped now, nothing of it is read."
    : HELD[kind](hasOf(mapping));
}

export function answerOf({ choice, answer }: Question, mapping: MappingFields): string {
  return mapping.choices[choice] ?? answer;
}

/** Only a part of it stays out. */
export function sayStaysOut(questions: readonly Question[]): string[] {
  const isOpen = questions.some(({ choice, answer }) => choice === DATE_ORDER && answer === "");
  return isOpen ? ["Until the question about it is answered, dates that can be read two ways stay out."] : [];
}

/** What must be said before any of it can come in; null where nothing must. */
export function sayMissing({ kind, questions }: FactPreview, mapping: MappingFields): string | null {
  const has = hasOf(mapping);
  if (Object.keys(mapping.columns).length === 0) {
    return "Say of at least one column what it becomes.";
  }
  if (kind === "events" && !has("happened")) {
    return "Say which column tells when it happened.";
  }
  if (kind === "moves" && !has("entered") && !(has("stage") && has("happened"))) {
    return "Say which columns tell the stage that was reached, and when.";
  }
  const open = questions.find(
    (question) => question.required && question.choice !== DATE_ORDER && answerOf(question, mapping) === "",
  );
  return open === undefined ? null : `To be answered first: ${open.text}`;
}
