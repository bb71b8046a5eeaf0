// What a cell shows in the mode "pipeline at stake": the money that waits there. Its colour and sign are
// those of its state, so that gaps carry the ink; where nothing waits, and where it is covered, it is quiet.
import type { PipelineCell } from "@/bindings/PipelineCell";
import type { State } from "@/bindings/State";
import { STATE_SIGNS } from "@/style/states";
import { sayShortMoney } from "@/words/money";
import { STATE_WORDS } from "@/words/plan";
import type { Face } from "../face";

/** What is drawn of a cell, or of the cells of a phase taken together. */
export interface Waiting {
  state: State;
  /** Minor units; null where nobody knows what leads are worth. */
  money: number | null;
  /** Of the largest cell, 0–1. */
  part: number;
}

/** The money of several cells, as far as it is known. */
export function sumOf(cells: readonly Pick<PipelineCell, "money">[]): number | null {
  const known = cells.flatMap(({ money }) => (money === null ? [] : [money]));
  return known.length === 0 && cells.length > 0 ? null : known.reduce((sum, money) => sum + money, 0);
}

/** In words, for one who does not see it. */
function sayWaits(money: number | null, currency: string): string {
  if (money === null) {
    return "what leads there are worth is not known";
  }
  return money === 0 ? "no money waits" : `${sayShortMoney({ minor: money, currency })} waits`;
}

export function waitingFace({ state, money, part }: Waiting, currency: string): Face {
  const isQuiet = money === null || money === 0;
  const word = money === null ? "not known" : isQuiet ? "–" : sayShortMoney({ minor: money, currency });
  return {
    look: isQuiet && state !== "covered" ? "not applicable" : state,
    sign: STATE_SIGNS[state],
    word,
    count: "",
    flags: 0,
    note: STATE_WORDS[state],
    part: isQuiet ? 0 : part,
    tallies: [],
    label: `${sayWaits(money, currency)}, ${state}`,
  };
}
