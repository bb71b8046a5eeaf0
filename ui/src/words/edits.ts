// How an edit is named to the person who made it: "Undo: delete CFO", "Maria placed 12 assets".

import type { Done } from "@/bindings/Done";
import type { EntityKind } from "@/bindings/EntityKind";
import { LOCALE } from "@/locale";

const NOUNS: Readonly<Record<EntityKind, readonly [one: string, many: string]>> = {
  workspace: ["workspace", "workspaces"],
  member: ["member", "members"],
  persona: ["persona", "personas"],
  interview: ["interview", "interviews"],
  insight: ["sales insight", "sales insights"],
  trigger: ["trigger", "triggers"],
  journey: ["journey", "journeys"],
  stage: ["stage", "stages"],
  format: ["format", "formats"],
  asset: ["asset", "assets"],
  placement: ["placement", "placements"],
  verdict: ["answer", "answers"],
  exclusion: ["not-applicable mark", "not-applicable marks"],
  need: ["need", "needs"],
  mapping: ["column mapping", "column mappings"],
  reading: ["reading", "readings"],
  programme: ["programme", "programmes"],
  programmeNote: ["programme note", "programme notes"],
  rating: ["maturity rating", "maturity ratings"],
  snapshot: ["snapshot", "snapshots"],
  review: ["review", "reviews"],
  decision: ["decision", "decisions"],
  batch: ["imported file", "imported files"],
  scoringModel: ["scoring model", "scoring models"],
  leadAnswer: ["sales answer", "sales answers"],
  advocate: ["advocate mark", "advocate marks"],
  routingRule: ["routing rule", "routing rules"],
  agreement: ["agreement", "agreements"],
};

const VERBS: Readonly<Record<string, readonly [now: string, past: string]>> = {
  create: ["add", "added"],
  update: ["change", "changed"],
  delete: ["delete", "deleted"],
  reorder: ["reorder", "reordered"],
  place: ["place", "placed"],
  move: ["move", "moved"],
  answer: ["answer", "answered"],
  import: ["import", "imported"],
  merge: ["merge", "merged"],
  hear: ["take in the answers of", "took in the answers of"],
  read: ["mark as read:", "marked as read:"],
  unread: ["mark as not read:", "marked as not read:"],
  rate: ["rate", "rated"],
  erase: ["erase", "erased"],
  apply: ["score leads by", "scored leads by"],
  restore: ["restore", "restored"],
  undo: ["undo", "took back"],
  redo: ["redo", "made again"],
  setup: ["set up", "set up"],
  adopt: ["make from a saved plan:", "made from a saved plan:"],
  rescue: ["save what could be read of", "saved what could be read of"],
};

/** Whom, the history does not say. */
const OF_ADVOCATE: Readonly<Record<string, readonly [now: string, past: string]>> = {
  create: ["mark a lead as an advocate", "marked a lead as an advocate"],
  update: ["change the note on an advocate", "changed the note on an advocate"],
  delete: ["take an advocate mark off", "took an advocate mark off"],
};

/** "1 persona", "1,200 assets". */
export function sayCount(kind: EntityKind, count: number): string {
  const [one, many] = NOUNS[kind];
  return `${count.toLocaleString(LOCALE)} ${count === 1 ? one : many}`;
}

/** "persona", "sales insight". */
export function sayKind(kind: EntityKind): string {
  return NOUNS[kind][0];
}

/** What these are called says too little alone. */
const KIND_FIRST: ReadonlySet<EntityKind> = new Set(["leadAnswer", "routingRule"]);

function sayWhat({ subject, kind, size, verb }: Done): string {
  if (kind !== null && subject !== "" && KIND_FIRST.has(kind)) {
    const [one] = NOUNS[kind];
    // A rule for everybody is called what it is.
    return subject.toLowerCase() === one ? `a ${one}` : `${one} “${subject}”`;
  }
  if (subject !== "") {
    // "Agreement from November 2026" is the one there is.
    return kind === "agreement" ? `the ${subject.charAt(0).toLowerCase()}${subject.slice(1)}` : subject;
  }
  // Whom, the history does not know.
  if (verb === "erase") {
    return size === 1 ? "a lead" : `${size.toLocaleString(LOCALE)} leads`;
  }
  return kind === null ? "" : sayCount(kind, size);
}

/** "delete CFO", or in the past "deleted CFO"; "import list.csv". */
export function sayEdit(done: Done, tense: "now" | "past" = "now"): string {
  if (done.kind === "batch" && done.verb === "import") {
    const verb = tense === "now" ? "import" : "imported";
    return done.subject === "" ? `${verb} a file` : `${verb} ${done.subject}`;
  }
  if (done.kind === "leadAnswer" && done.verb === "answer") {
    return `${tense === "now" ? "answer" : "answered"} a lead: ${done.subject}`;
  }
  if (done.kind === "advocate" && done.verb in OF_ADVOCATE) {
    return OF_ADVOCATE[done.verb]?.[tense === "now" ? 0 : 1] ?? "";
  }
  const [now, past] = VERBS[done.verb] ?? [done.verb, done.verb];
  return `${tense === "now" ? now : past} ${sayWhat(done)}`.trim();
}

/** "Personas", as a heading. */
export function sayKinds(kind: EntityKind): string {
  const many = NOUNS[kind][1];
  return many.charAt(0).toLocaleUpperCase() + many.slice(1);
}
