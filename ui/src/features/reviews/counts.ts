// What is counted in two snapshots, side by side.

import type { Compared } from "@/bindings/Compared";
import type { Figures } from "@/bindings/Figures";
import type { NeedStatus } from "@/bindings/NeedStatus";
import type { Sum } from "@/bindings/Sum";
import { LOCALE } from "@/locale";
import { QUESTION_WORDS } from "@/words/maturity";
import { saySum } from "@/words/sums";

export interface CountRow {
  id: string;
  label: string;
  before: string;
  after: string;
  /** "+3"; null where it is the same. */
  change: { text: string; isBetter: boolean | null } | null;
}

export interface CountGroup {
  title: string;
  rows: readonly CountRow[];
}

/** Whether more of it is good, bad, or neither. */
type More = "good" | "bad" | "neither";

function row(label: string, before: number, after: number, more: More): CountRow {
  const by = after - before;
  const text = `${by > 0 ? "+" : "−"}${Math.abs(by).toLocaleString(LOCALE)}`;
  const isBetter = more === "neither" ? null : by > 0 === (more === "good");
  return {
    id: label,
    label,
    before: before.toLocaleString(LOCALE),
    after: after.toLocaleString(LOCALE),
    change: by === 0 ? null : { text, isBetter },
  };
}

function sums(label: string, before: Sum, after: Sum): CountRow {
  return { id: label, label, before: saySum(before), after: saySum(after), change: null };
}

function needs(figures: Figures, status: NeedStatus): number {
  return figures.needs.filter((need) => need.status === status).length;
}

/** Placements, content and needs of both, those first that say most. */
export function countsOf({ before, after }: Compared): readonly CountGroup[] {
  const [was, is] = [before.verdicts, after.verdicts];
  const [had, has] = [before.assets, after.assets];
  return [
    {
      title: "Deal checks",
      rows: [
        row("Yes", was.yes, is.yes, "good"),
        row("Partly", was.partly, is.partly, "neither"),
        row("No", was.no, is.no, "bad"),
        row("Unchecked", was.unchecked, is.unchecked, "bad"),
        row("Disagreements", was.disagreements, is.disagreements, "bad"),
      ],
    },
    {
      title: "Content",
      rows: [
        row("Live", had.live, has.live, "good"),
        row("Stale", had.stale, has.stale, "bad"),
        row("Planned", had.planned, has.planned, "neither"),
        row("To stop", had.stop, has.stop, "bad"),
        row("To rework", had.rework, has.rework, "bad"),
        sums("Funded", had.funded, has.funded),
      ],
    },
    {
      title: "Needs",
      rows: [
        row("Open", needs(before, "open"), needs(after, "open"), "bad"),
        row("Answer planned", needs(before, "planned"), needs(after, "planned"), "neither"),
        row("Answered", needs(before, "answered"), needs(after, "answered"), "good"),
        row("Declined", needs(before, "declined"), needs(after, "declined"), "neither"),
      ],
    },
  ];
}

export interface NeedTurn {
  id: string;
  text: string;
  /** "open → answered", "new: open", "gone". */
  turn: string;
  status: NeedStatus | null;
}

/** Needs that are no longer what they were, and those that came or went. */
export function needTurnsOf({ comparison }: Compared): readonly NeedTurn[] {
  return comparison.needs.flatMap(({ before, after }) => {
    const need = after ?? before;
    if (need === null || before?.status === after?.status) {
      return [];
    }
    const turn =
      before === null
        ? `new: ${after?.status ?? ""}`
        : after === null
          ? "gone"
          : `${before.status} → ${after.status}`;
    return [{ id: need.id, text: need.text, turn, status: after?.status ?? null }];
  });
}

export interface RatingTurn {
  id: string;
  text: string;
  before: string;
  after: string;
}

const level = (rating: { level: number } | null) => (rating === null ? "not rated" : String(rating.level));

/** Questions on maturity that are rated otherwise now. */
export function ratingTurnsOf({ comparison }: Compared): readonly RatingTurn[] {
  return comparison.ratings.flatMap(({ before, after }) => {
    const question = (after ?? before)?.question;
    return question === undefined
      ? []
      : [{ id: question, text: QUESTION_WORDS[question], before: level(before), after: level(after) }];
  });
}
