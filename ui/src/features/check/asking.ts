// Why and how a deal check is asked, in words.

import type { Ask } from "@/bindings/Ask";
import type { Asked } from "@/bindings/Asked";
import type { Side } from "@/bindings/Side";
import type { Stage } from "@/bindings/Stage";
import { LOCALE } from "@/locale";
import { sayShortMoney } from "@/words/money";
import { closingQuestion, dealQuestion, SIDE_WORDS } from "@/words/plan";

export const ASK_WORDS: Readonly<Record<Ask, string>> = {
  unchecked: "Not yet answered",
  unsure: "Answered unsure",
  disagreement: "The sides disagree",
  old: "Answered over a year ago",
};

export function questionAt(stage: Stage, next: Stage | undefined): string {
  return next === undefined ? closingQuestion(stage.name) : dealQuestion(stage.name, next.name);
}

/** What a yes is good for: "A yes adds 4 to the weighted coverage, where €296K waits". */
export function sayWorth({ state, ifYes, adds, waits, other }: Asked, side: Side): string {
  if (adds > 0) {
    const points = adds.toLocaleString(LOCALE, { maximumFractionDigits: 2 });
    const money = waits === null || waits.minor === 0 ? "" : `, where ${sayShortMoney(waits)} waits`;
    return `A yes adds ${points} to the weighted coverage${money}`;
  }
  if (state !== ifYes) {
    return `A yes turns the cell ${ifYes}`;
  }
  return side === "marketing" && other !== null
    ? `${SIDE_WORDS.sales} has answered, and its answer counts in this cell`
    : "A yes does not change the state of this cell";
}
