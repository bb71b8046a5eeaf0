// The coverage in three figures, and how each has changed.

import type { Score } from "@/bindings/Score";
import { LOCALE } from "@/locale";

interface Known {
  id: string;
  label: string;
  /** What is shown; null is no score. */
  number: number | null;
  of: string | null;
  /** Whether more of it is good. */
  isGood: boolean;
}

export interface Figure extends Known {
  value: string;
  /** null where it was not known before, or is the same. */
  change: { text: string; isBetter: boolean } | null;
}

/** Score (0 to 100, rounded as it is shown), cells covered, cells with nothing live. */
export function figuresOf({ value, covered, applicable, nothingLive }: Score): readonly Known[] {
  const score = value === null ? null : Math.round(100 * value);
  const of = applicable.toLocaleString(LOCALE);
  return [
    { id: "score", label: "Coverage", number: score, of: null, isGood: true },
    { id: "covered", label: "Cells covered", number: covered, of, isGood: true },
    { id: "nothing", label: "Cells with nothing live", number: nothingLive, of: null, isGood: false },
  ];
}

function changeOf(now: Known, before: Known | undefined): Figure["change"] {
  if (before === undefined || now.number === null || before.number === null) {
    return null;
  }
  const by = now.number - before.number;
  const sign = by > 0 ? "+" : "−";
  const text = `${sign}${Math.abs(by).toLocaleString(LOCALE)}`;
  return by === 0 ? null : { text, isBetter: by > 0 === now.isGood };
}

/** The figures with what each has changed by. */
export function changesOf(now: readonly Known[], before: readonly Known[] | null): readonly Figure[] {
  return now.map((figure) => ({
    ...figure,
    value: figure.number === null ? "no score" : figure.number.toLocaleString(LOCALE),
    change: changeOf(
      figure,
      before?.find(({ id }) => id === figure.id),
    ),
  }));
}
