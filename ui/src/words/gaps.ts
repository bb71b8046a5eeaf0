// A gap in words: what is missing, how much it weighs, and why.

import type { Gap } from "@/bindings/Gap";
import { sayRoundMoney } from "@/words/money";
import { STATE_SENTENCES } from "@/words/plan";

function number(value: number): string {
  return value.toLocaleString(undefined, { maximumFractionDigits: 2 });
}

/** "Largest gap.", "Gap 4, at 48 of 100." */
export function sayRank(rank: number, gap: Gap): string {
  return rank === 1 ? "Largest gap." : `Gap ${rank.toLocaleString()}, at ${Math.round(gap.relative)} of 100.`;
}

/** "Nothing live. 3 must-needs open." */
export function sayGap({ state, openMustNeeds }: Gap): string {
  const needs =
    openMustNeeds === 1 ? "1 must-need open." : `${openMustNeeds.toLocaleString()} must-needs open.`;
  return openMustNeeds > 0 ? `${STATE_SENTENCES[state]} ${needs}` : STATE_SENTENCES[state];
}

/** "1 piece is planned: €4,000 funded." */
export function sayPlans({ plans: { assets, funded, asked } }: Gap): string | null {
  if (assets === 0) {
    return null;
  }
  const pieces = assets === 1 ? "1 piece is planned" : `${assets.toLocaleString()} pieces are planned`;
  const sums = [
    funded.total !== null && `${sayRoundMoney(funded.total)} funded`,
    asked.total !== null && `${sayRoundMoney(asked.total)} asked for`,
  ].filter((sum) => sum !== false);
  return sums.length === 0 ? `${pieces}.` : `${pieces}: ${sums.join(", ")}.`;
}

/** "weight 5 × shortfall 1 × leak 1 × stake 1". */
export function sayFactors({ weight, shortfall, leak, stake }: Gap["factors"]): string {
  return `weight ${number(weight)} × shortfall ${number(shortfall)} × leak ${number(leak)} × stake ${number(stake)}`;
}

export const NEUTRAL = "Leak and stake count 1 until leads and deals are known.";

/** "A case study has cost 4,200 € on average (3 known)." */
export function sayCost({ cost }: Gap): string | null {
  if (cost === null) {
    return null;
  }
  const mean = sayRoundMoney(cost.mean);
  return `In the format “${cost.format}” a piece has cost ${mean} on average (${cost.assets.toLocaleString()} known).`;
}
