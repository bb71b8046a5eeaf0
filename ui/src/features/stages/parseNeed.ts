// A need in one line, as it is typed: "/must proof of security for CISO", "/objection too dear @CFO".
import type { Importance } from "@/bindings/Importance";
import type { NeedKind } from "@/bindings/NeedKind";

const IMPORTANCES: Readonly<Record<string, Importance>> = { must: "must", should: "should", nice: "nice" };

const KINDS: Readonly<Record<string, NeedKind>> = {
  need: "sales need",
  sales: "sales need",
  question: "buyer question",
  objection: "objection",
};

export const NEED_WORDS: readonly string[] = ["/must", "/should", "/nice", "/question", "/objection"];

interface Named {
  id: string;
  name: string;
}

export interface TypedNeed {
  text: string;
  importance: Importance;
  kind: NeedKind;
  /** null is everybody. */
  persona: Named | null;
}

export type ParsedNeed = { need: TypedNeed } | { error: string };

export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

const EVERYBODY = new Set(["all", "everybody", "everyone"]);

/** Takes the persona off the end: the longest known name after "for" or "@"; a name unknown stays text. */
function takePersona(text: string, personas: readonly Named[]): [rest: string, persona: Named | null] {
  const folded = fold(text);
  const byLength = personas.toSorted((a, b) => b.name.length - a.name.length);
  for (const mark of ["for ", "for the ", "@"]) {
    const found = byLength.find(({ name }) => ` ${folded}`.endsWith(` ${mark}${fold(name)}`));
    if (found !== undefined) {
      return [text.slice(0, Math.max(0, text.length - mark.length - found.name.length)).trim(), found];
    }
  }
  const last = /\s(?:for\s+|@)(\S+)$/iu.exec(text);
  return last?.[1] !== undefined && EVERYBODY.has(fold(last[1]))
    ? [text.slice(0, last.index).trim(), null]
    : [text, null];
}

export function parseNeed(line: string, personas: readonly Named[]): ParsedNeed {
  let rest = line.trim();
  let importance: Importance = "should";
  let kind: NeedKind = "sales need";
  for (let word = /^\/(\S*)\s*/u.exec(rest); word !== null; word = /^\/(\S*)\s*/u.exec(rest)) {
    const name = fold(word[1] ?? "");
    const asImportance = IMPORTANCES[name];
    const asKind = KINDS[name];
    if (asImportance === undefined && asKind === undefined) {
      return { error: `/${word[1] ?? ""} is not known: use ${NEED_WORDS.join(", ")}.` };
    }
    importance = asImportance ?? importance;
    kind = asKind ?? kind;
    rest = rest.slice(word[0].length);
  }
  const [text, persona] = takePersona(rest, personas);
  return text === "" ? { error: "What is needed?" } : { need: { text, importance, kind, persona } };
}

/** "Must · objection · CFO": what the line would become. */
export function sayParsed(parsed: ParsedNeed): string {
  if ("error" in parsed) {
    return parsed.error;
  }
  const { importance, kind, persona } = parsed.need;
  return `${importance} · ${kind} · ${persona === null ? "all personas" : persona.name}`;
}
