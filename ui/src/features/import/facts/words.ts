// A file of facts in words: what it holds, how far it is, what became of it.

import type { FactKind } from "@/bindings/FactKind";
import type { FactPreview } from "@/bindings/FactPreview";
import type { FactsImported } from "@/bindings/FactsImported";
import { LOCALE } from "@/locale";
import { sayFacts, sayHolds } from "@/words/facts";
import { sayBytes } from "@/words/times";
import { type Count, sayCounted } from "../tally";
import type { Pace } from "./pace";

/** "2.1 MB · about 200,000 rows · 8 columns · separated by comma · UTF-8". */
export function sayFound({ size, rows, isExact, columns, origin, headerLine }: FactPreview): string {
  const facts = [
    sayBytes(size),
    `${isExact ? "" : "about "}${sayCounted(rows, "row")}`,
    sayCounted(columns.length, "column"),
    origin.delimiter === null ? "" : `separated by ${origin.delimiter}`,
    origin.encoding?.replace("windows", "Windows") ?? "",
    headerLine > 1 ? `header in line ${headerLine.toLocaleString(LOCALE)}` : "",
  ];
  return facts.filter(Boolean).join(" · ");
}

const MINUTE = 60_000;

/** "about 40 seconds left", "about 3 minutes left". */
export function sayLeft(millis: number): string {
  if (millis < 8_000) {
    return "a few seconds left";
  }
  if (millis < 1.5 * MINUTE) {
    return `about ${Math.ceil(millis / 10_000) * 10} seconds left`;
  }
  return `about ${sayCounted(Math.round(millis / MINUTE), "minute")} left`;
}

/** "412 MB of 883 MB · 38 MB/s · about 12 seconds left". */
export function sayPace({ done, total, perSecond, left }: Pace): string {
  const parts = [
    `${sayBytes(done)} of ${sayBytes(total)}`,
    perSecond === null ? "" : `${sayBytes(perSecond)}/s`,
    left === null ? "" : sayLeft(left),
  ];
  return parts.filter(Boolean).join(" · ");
}

export function changesNothing({ added, updated, events }: FactsImported): boolean {
  return added + updated + events === 0;
}

/** Files in which every row is something that happened, so that what they add is counted as that. */
const isOfEvents = (kind: FactKind) => kind === "events" || kind === "moves";

/** "known leads": whom rows of a file told more of. */
function sayKnown(kind: FactKind, count: number): string {
  if (kind === "moves") {
    return count === 1 ? "a known lead or deal" : "known leads or deals";
  }
  const whom = sayHolds(kind === "events" ? "leads" : kind, count);
  return count === 1 ? `a known ${whom}` : `known ${whom}`;
}

function parts(taken: FactsImported): string[] {
  const { kind, added, updated, events } = taken;
  if (isOfEvents(kind)) {
    return events > 0 ? [`${sayFacts(kind, events)} added`] : [];
  }
  // Rows about leads may be several of one: they are said by themselves.
  const changed = kind === "leads" ? "" : `${updated.toLocaleString(LOCALE)} updated`;
  return added > 0 ? [`${sayFacts(kind, added)} added`, ...(updated > 0 ? [changed] : [])] : [];
}

/** After: what became of it. */
export function sayTaken(taken: FactsImported): string {
  if (changesNothing(taken)) {
    if (taken.erased > 0 && taken.unchanged === 0) {
      return "Nothing was imported: its leads were erased.";
    }
    return taken.unchanged > 0 ? "Nothing changed: all of it was here already." : "Nothing was imported.";
  }
  const said = parts(taken).filter(Boolean);
  if (said.length > 0) {
    return said.join(", ");
  }
  return taken.updated > 0
    ? `${sayCounted(taken.updated, "row")} told more of ${sayKnown(taken.kind, taken.updated)}`
    : `${sayCounted(taken.events, "event")} added`;
}

/** What happened, as files of a kind tell it: requests and opens, or that stages were reached. */
const sayEvents = (kind: FactKind, events: number) =>
  sayFacts(kind === "leads" || kind === "events" ? "events" : "moves", events);

function sayAdded({ kind, added }: FactsImported): string {
  if (isOfEvents(kind)) {
    const whom = kind === "events" ? sayFacts("leads", added) : added.toLocaleString(LOCALE);
    return `${whom} first heard of here`;
  }
  return `${sayFacts(kind, added)} added`;
}

/** The same in figures. What is 0 is left unsaid. */
export function countsOf(taken: FactsImported): Count[] {
  const { kind, read, updated, unchanged, events, anonymous, erased, rejectedCount } = taken;
  const known = `${sayCounted(updated, "row")} about ${sayKnown(kind, updated)}`;
  const counted: [string, number, string, Count["tone"]][] = [
    ["read", read, `${sayCounted(read, "row")} read`, "plain"],
    ["added", taken.added, sayAdded(taken), "success"],
    ["updated", updated, known, "accent"],
    ["unchanged", unchanged, `${unchanged.toLocaleString(LOCALE)} unchanged`, "plain"],
    ["events", events, sayEvents(kind, events), "accent"],
    ["anonymous", anonymous, `${anonymous.toLocaleString(LOCALE)} anonymous`, "plain"],
    ["erased", erased, `${erased.toLocaleString(LOCALE)} left out: erased before`, "plain"],
    ["rejected", rejectedCount, `${rejectedCount.toLocaleString(LOCALE)} not read`, "danger"],
  ];
  return counted.filter(([, count]) => count > 0).map(([id, , text, tone]) => ({ id, text, tone }));
}
