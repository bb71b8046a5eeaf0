// What a cell shows in each mode of the map. Gaps carry the ink, what is covered stays quiet.

import type { Cell } from "@/bindings/Cell";
import type { State } from "@/bindings/State";
import type { SignName } from "@/components/Sign";
import { LOCALE } from "@/locale";
import { STATE_SIGNS } from "@/style/states";
import { sayDays } from "@/words/days";
import { STATE_WORDS } from "@/words/plan";
import type { Mode } from "./search";

/** What the face of a cell is made of: a cell, or the cells of a phase taken together. */
export type Counted = Omit<Cell, "personaId" | "stageId">;

export interface Face {
  /** Whose colours it wears: those of the state it amounts to. */
  look: State;
  sign: SignName | null;
  word: string;
  /** The figure at the end; empty where it would be 0. */
  count: string;
  /** Open must-needs. */
  flags: number;
  /** A quiet word under the first one. */
  note: string;
  /** A bar along the lower edge, as long as this part of the cell, 0–1. */
  part?: number;
  /** Further figures, each under its sign. */
  tallies: readonly Tally[];
  /** All of it in words. */
  label: string;
}

export interface Tally {
  sign: SignName;
  count: number;
}

export type CellMode = Exclude<Mode, "pipeline" | "themes">;

function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString(LOCALE)} ${count === 1 ? one : many}`;
}

function shown(count: number): string {
  return count === 0 ? "" : count.toLocaleString(LOCALE);
}

type Drawn = Omit<Face, "label" | "tallies"> & { said: readonly string[]; tallies?: readonly Tally[] };

function noteOf(cell: Counted): string {
  return cell.findings.includes("excess") ? "excess" : "";
}

function ofState(cell: Counted): Drawn {
  const open = cell.needs.openMust;
  return {
    look: cell.state,
    sign: STATE_SIGNS[cell.state],
    word: STATE_WORDS[cell.state],
    count: shown(cell.placements),
    flags: open,
    note: noteOf(cell),
    said: [
      cell.state,
      plural(cell.placements, "asset", "assets"),
      open > 0 ? plural(open, "open must-need", "open must-needs") : "",
      ...cell.findings,
    ],
  };
}

function ofCount(cell: Counted): Drawn {
  const isEmpty = cell.placements === 0;
  return {
    look: isEmpty ? "empty" : "covered",
    sign: isEmpty ? "ring" : null,
    word: isEmpty ? "none" : cell.live < cell.placements ? `${cell.live.toLocaleString(LOCALE)} live` : "",
    count: shown(cell.placements),
    flags: 0,
    note: noteOf(cell),
    said: [plural(cell.placements, "asset", "assets"), `${cell.live} live`, noteOf(cell)],
  };
}

interface VerdictPart extends Tally {
  look: State;
  word: string;
  said: string;
}

/** The verdicts there are, the one that counts most for the cell first. */
function verdictParts({ yes, partly, no, unchecked }: Counted["verdicts"]): VerdictPart[] {
  const all: VerdictPart[] = [
    { look: "covered", sign: "check", count: yes, word: "yes", said: "yes" },
    { look: "thin", sign: "half", count: partly, word: "partly", said: "partly" },
    { look: "unproven", sign: "question", count: unchecked, word: "to ask", said: "unchecked" },
    { look: "unhelpful", sign: "cross", count: no, word: "no", said: "no" },
  ];
  return all.filter(({ count }) => count > 0);
}

function ofVerdicts({ verdicts }: Counted): Drawn {
  const parts = verdictParts(verdicts);
  const [first, ...rest] = parts;
  const { disagreements } = verdicts;
  return {
    look: first?.look ?? "empty",
    sign: first?.sign ?? "ring",
    word: first === undefined ? "nothing" : `${first.count} ${first.word}`,
    count: "",
    flags: 0,
    note: "",
    tallies: rest,
    said: [
      ...(parts.length > 0 ? parts.map(({ count, said }) => `${count} ${said}`) : ["nothing placed"]),
      disagreements > 0 ? plural(disagreements, "disagreement", "disagreements") : "",
    ],
  };
}

function ofFreshness(cell: Counted): Drawn {
  const renewed = cell.daysSinceRenewed;
  const look: State =
    cell.published === 0 ? "empty" : cell.live === 0 ? "stale" : cell.stale > 0 ? "thin" : "covered";
  const expires = cell.findings.includes("expires within 60 days");
  const age = renewed === null ? "undated" : sayDays(renewed);
  const note = cell.stale > 0 ? `${cell.stale} of ${cell.published} stale` : expires ? "expires soon" : "";
  return {
    look,
    sign: STATE_SIGNS[look],
    word: cell.published === 0 ? "none out" : age,
    count: "",
    flags: 0,
    note,
    said: [
      cell.published === 0
        ? "nothing published"
        : `renewed ${renewed === null ? "at no known date" : `${age} ago`}`,
      note,
      expires ? "a piece expires within 60 days" : "",
    ],
  };
}

function needsLook({ answered, planned, declined, open, openMust }: Counted["needs"]): [State, string] {
  if (open > 0) {
    return [openMust > 0 ? "empty" : "thin", `${open} open`];
  }
  if (planned > 0) {
    return ["planned", `${planned} planned`];
  }
  if (answered > 0) {
    return ["covered", "answered"];
  }
  return ["not applicable", declined > 0 ? "declined" : "no needs"];
}

function ofNeeds({ needs }: Counted): Drawn {
  const all = needs.answered + needs.planned + needs.declined + needs.open;
  const asked = all - needs.declined;
  const [look, word] = needsLook(needs);
  return {
    look,
    sign: all > 0 ? STATE_SIGNS[look] : null,
    word,
    count: asked > 0 ? `${needs.answered}/${asked}` : "",
    flags: needs.openMust,
    note: "",
    said: [
      asked > 0 ? `${needs.answered} of ${plural(asked, "need", "needs")} answered` : "",
      all === 0 ? "no needs" : "",
      needs.declined > 0 ? `${needs.declined} declined` : "",
      needs.open > 0 ? `${needs.open} open` : "",
      needs.openMust > 0 ? plural(needs.openMust, "open must-need", "open must-needs") : "",
    ],
  };
}

const DRAW: Readonly<Record<CellMode, (cell: Counted) => Drawn>> = {
  state: ofState,
  count: ofCount,
  verdicts: ofVerdicts,
  freshness: ofFreshness,
  needs: ofNeeds,
};

const NO_TALLIES: readonly Tally[] = [];

const NOT_APPLICABLE: Drawn = {
  look: "not applicable",
  sign: "dash",
  word: STATE_WORDS["not applicable"],
  count: "",
  flags: 0,
  note: "",
  said: ["not applicable"],
};

export function faceOf(cell: Counted, mode: CellMode): Face {
  const {
    said,
    tallies = NO_TALLIES,
    ...drawn
  } = cell.state === "not applicable" ? NOT_APPLICABLE : DRAW[mode](cell);
  return { ...drawn, tallies, label: said.filter(Boolean).join(", ") };
}
