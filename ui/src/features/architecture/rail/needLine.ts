// A need in one line, as it is typed: "/should objection What if usage grows?".
import type { Importance } from "@/bindings/Importance";
import type { NeedKind } from "@/bindings/NeedKind";
import { IMPORTANCES, NEED_KINDS } from "@/words/plan";

export interface NeedLine {
  text: string;
  importance: Importance;
  kind: NeedKind;
}

/** Reads an importance after a slash at the head of the line; what is not said stays as chosen. */
export function readNeedLine(line: string, chosen: Omit<NeedLine, "text">): NeedLine {
  const [, word, rest] = /^\/(\S+)\s*(.*)$/s.exec(line.trim()) ?? [];
  const importance = IMPORTANCES.find((one) => one === word?.toLowerCase());
  const text = importance === undefined ? line.trim() : (rest ?? "");
  const kind = NEED_KINDS.find((one) => text.toLowerCase().startsWith(`${one}:`));
  return {
    importance: importance ?? chosen.importance,
    kind: kind ?? chosen.kind,
    text: (kind === undefined ? text : text.slice(kind.length + 1)).trim(),
  };
}
