// What an import would do, and what it did, in words.

import type { Tally } from "@/bindings/Tally";
import type { ChipProps } from "@/components/Chip";
import { LOCALE } from "@/locale";

/** "1 row", "2,000 rows". */
export function sayCounted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString(LOCALE)} ${count === 1 ? one : many}`;
}

function sayRejected(count: number, rest = ""): string {
  if (count === 0) {
    return "";
  }
  return ` ${sayCounted(count, "row")} cannot be read and ${count === 1 ? "stays" : "stay"} out${rest}.`;
}

/** Before: what pressing the button will do. */
export function sayPlanned(tally: Tally): string {
  if (tally.added + tally.updated > 0) {
    const verbs = [
      tally.added > 0 ? `adds ${sayCounted(tally.added, "asset")}` : "",
      tally.updated > 0 ? `updates ${sayCounted(tally.updated, "asset")}` : "",
    ];
    const rejected = sayRejected(tally.rejected.length, "; everything else goes in");
    return `This import ${verbs.filter(Boolean).join(" and ")}.${rejected}`;
  }
  const rejected = sayRejected(tally.rejected.length);
  if (tally.unchanged > 0) {
    return `This import changes nothing: ${sayCounted(tally.unchanged, "row")} of it ${tally.unchanged === 1 ? "is" : "are"} here already.${rejected}`;
  }
  return `As it is mapped now, no row becomes an asset.${rejected}`;
}

export function changesNothing(tally: Tally): boolean {
  return tally.added + tally.updated === 0;
}

/** After: what became of it. */
export function sayDone(tally: Tally): string {
  if (changesNothing(tally)) {
    return tally.unchanged > 0 ? "Nothing changed: all of it was here already." : "Nothing was imported.";
  }
  const parts = [
    tally.added > 0 ? `${sayCounted(tally.added, "asset")} added` : "",
    tally.updated > 0 ? `${sayCounted(tally.updated, "asset")} updated` : "",
  ];
  return parts.filter(Boolean).join(", ");
}

export interface Count {
  id: string;
  text: string;
  tone: NonNullable<ChipProps["tone"]>;
}

const NAMED_LINES = 5;

/** "2, 7 and 31 more". */
function sayLines({ replaced, replacedIn }: Pick<Tally, "replaced" | "replacedIn">): string {
  const named = replacedIn.slice(0, NAMED_LINES);
  const more = replaced - named.length;
  const lines = named.map((line) => line.toLocaleString(LOCALE)).join(", ");
  return more > 0 ? `${lines} and ${more.toLocaleString(LOCALE)} more` : lines;
}

/** The same in figures. What is 0 is left unsaid. */
export function countsOf(tally: Tally, tense: "planned" | "done"): Count[] {
  const isDone = tense === "done";
  const { formats, placements, replaced } = tally;
  const counted: [string, number, string, Count["tone"]][] = [
    ["added", tally.added, isDone ? "added" : "to add", "success"],
    ["updated", tally.updated, isDone ? "updated" : "to update", "accent"],
    ["unchanged", tally.unchanged, "unchanged", "plain"],
    ["skipped", tally.skipped, "left out", "plain"],
    ["rejected", tally.rejected.length, isDone ? "not read" : "cannot be read", "danger"],
    ["formats", formats.length, formats.length === 1 ? "new format" : "new formats", "accent"],
    ["placements", placements, placements === 1 ? "placement to check" : "placements to check", "accent"],
    [
      "replaced",
      replaced,
      `${replaced === 1 ? "line" : "lines"} with a letter lost: ${sayLines(tally)}`,
      "warning",
    ],
  ];
  return counted
    .filter(([, count]) => count > 0)
    .map(([id, count, words, tone]) => ({ id, text: `${count.toLocaleString(LOCALE)} ${words}`, tone }));
}

/** Whether any row becomes, or already is, a piece of the plan. */
export function findsPieces(tally: Tally): boolean {
  return tally.added + tally.updated + tally.unchanged > 0;
}

/** For the clipboard: one row a line, so that it pastes into a sheet. */
export function rejectedAsText(tally: Pick<Tally, "rejected">): string {
  const rows = tally.rejected.map(({ line, file, reason }) => [file ?? "", line, reason].join("\t"));
  return ["File\tLine\tReason", ...rows].join("\n");
}
