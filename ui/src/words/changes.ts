// A change that waits to be saved, as its author would name it.

import type { EntityKind } from "@/bindings/EntityKind";
import { LOCALE } from "@/locale";
import { sayKind } from "./edits";
import { sayField } from "./fields";
import { capital } from "./text";

interface Change {
  command: string;
  request: unknown;
}

const VERBS: Readonly<Record<string, string>> = {
  create: "Add",
  update: "Change",
  delete: "Delete",
  reorder: "Reorder",
  move: "Move",
  place: "Place",
};

const KINDS: readonly EntityKind[] = [
  "workspace",
  "member",
  "persona",
  "interview",
  "insight",
  "trigger",
  "journey",
  "stage",
  "format",
  "asset",
  "placement",
  "verdict",
  "exclusion",
  "need",
  "mapping",
  "reading",
  "programme",
  "programmeNote",
  "rating",
  "snapshot",
  "review",
  "decision",
  "batch",
  "scoringModel",
  "leadAnswer",
  "advocate",
  "routingRule",
  "agreement",
];

function partOf(request: unknown, part: string): Readonly<Record<string, unknown>> {
  const found =
    typeof request === "object" && request !== null ? (request as Record<string, unknown>)[part] : null;
  return typeof found === "object" && found !== null ? (found as Record<string, unknown>) : {};
}

function sayKnown(value: unknown): string {
  return typeof value === "string" && value !== "" && value.length <= 60 ? ` “${value}”` : "";
}

/** "Change persona", with what of it: "Name “Finance lead”, Decision weight". */
export function sayChange({ command, request }: Change): { title: string; detail: string } {
  if (command === "followUp.answer") {
    return { title: "Answer a lead", detail: "" };
  }
  if (command === "advocate.mark") {
    return { title: "Mark a lead as an advocate", detail: "" };
  }
  const [noun = "", verb = ""] = command.split(".");
  const kind = KINDS.find((known) => known === noun);
  const title = `${VERBS[verb] ?? capital(verb)} ${kind === undefined ? noun : sayKind(kind)}`;
  const fields = { ...partOf(request, "fields"), ...partOf(request, "set") };
  const said = Object.entries(fields).map(([name, value]) => `${sayField(name)}${sayKnown(value)}`);
  return { title, detail: said.slice(0, 4).join(", ") };
}

/** "1 change is not saved". */
export function sayUnsaved(count: number): string {
  return count === 1 ? "1 change is not saved" : `${count.toLocaleString(LOCALE)} changes are not saved`;
}
