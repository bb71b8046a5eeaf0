// How a need in one line could go on: the words it may begin with, and the personas at its end.
import type { Completion } from "@/components/completion";
import { fold, NEED_WORDS } from "./parseNeed";

const DETAILS: Readonly<Record<string, string>> = {
  "/must": "Without it the deal stands still",
  "/should": "It slows the deal",
  "/nice": "It would help",
  "/question": "The buyer asks it",
  "/objection": "The buyer holds it against us",
};

function words(line: string): readonly Completion[] {
  const typed = /^((?:\/\S+\s+)*)(\/\S*)$/u.exec(line);
  if (typed === null) {
    return [];
  }
  const [, before = "", begun = ""] = typed;
  const given = fold(before).split(/\s+/u);
  return NEED_WORDS.filter((word) => word.startsWith(fold(begun)) && !given.includes(word)).map((word) => ({
    line: `${before}${word} `,
    label: word,
    detail: DETAILS[word] ?? "",
  }));
}

function personas(line: string, known: readonly { name: string }[]): readonly Completion[] {
  const typed = /^(.*\s(?:for\s+(?:the\s+)?|@))(\S.*)?$/iu.exec(line);
  if (typed === null) {
    return [];
  }
  const [, before = "", begun = ""] = typed;
  return known
    .filter(({ name }) => fold(name).startsWith(fold(begun)) && fold(name) !== fold(begun))
    .map(({ name }) => ({ line: `${before}${name}`, label: name }));
}

/** What is offered for a line as far as it is typed. */
export function completeNeed(line: string, known: readonly { name: string }[]): readonly Completion[] {
  const asWords = words(line);
  return asWords.length > 0 ? asWords : personas(line, known);
}
