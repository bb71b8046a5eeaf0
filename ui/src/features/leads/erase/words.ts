// What erasing a lead takes and leaves, in words.

import type { LeadsErased } from "@/bindings/LeadsErased";
import type { LeadsHeld } from "@/bindings/LeadsHeld";
import { LOCALE } from "@/locale";

/** Who is to be erased. */
export interface Erasable {
  key: number;
  name: string;
  /** The address, else the id, else the name: what has to be typed. */
  typed: string;
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString(LOCALE)} ${number === 1 ? one : many}`;
}

/** What goes: "12 values that files told", "an answer of sales". What is 0 is left unsaid. */
export function sayGoes({ values, events, answers, advocates, deals, texts }: LeadsHeld): string[] {
  const said = [
    values > 0 && `${count(values, "value", "values")} that files told of it, old ones too`,
    events > 0 && `${count(events, "thing", "things")} it did`,
    answers > 0 && `${count(answers, "answer", "answers")} of sales about it, with their notes`,
    advocates > 0 && "Its mark as an advocate, with its note",
    deals > 0 && `Its address or id in ${count(deals, "text", "texts")} of deals, which stay`,
    texts > 0 && `Its address in ${count(texts, "other imported text", "other imported texts")}`,
  ];
  return said.filter((one) => one !== false);
}

/** "7 backups are written anew without it." */
export function sayBackups(backups: number): string | null {
  return backups === 0 ? null : `${count(backups, "backup is", "backups are")} written anew without it`;
}

/** "3 edits in the history". */
export function sayEdits(edits: number): string | null {
  return edits === 0 ? null : `${count(edits, "edit", "edits")} in the history`;
}

/** What was done: the file, the backups. */
export function sayDone({ backups, unswept }: LeadsErased): string[] {
  const { rewritten } = backups;
  const said = [
    unswept === null && "The workspace file was written anew: nothing of it is left there.",
    rewritten > 0 && `${count(rewritten, "backup was", "backups were")} written anew without it.`,
    "A file that brings it again is read without it, and says so.",
  ];
  return said.filter((one) => one !== false);
}

/** Letters as they compare: what is typed need not be typed in the same ones. */
function plain(text: string): string {
  return text.trim().toLocaleLowerCase();
}

export function isTyped(text: string, { typed }: Erasable): boolean {
  return plain(text) === plain(typed);
}
