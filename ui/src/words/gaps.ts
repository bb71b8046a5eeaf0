// A gap in words: what is missing, how much it weighs, and why.

import type { Gap } from "@/bindings/Gap";
import type { StageMoney } from "@/bindings/StageMoney";
import type { Worth } from "@/bindings/Worth";
import { LOCALE } from "@/locale";
import { sayRoundMoney, sayShortMoney } from "@/words/money";
import { STATE_SENTENCES } from "@/words/plan";
import { sayShare } from "@/words/shares";

function number(value: number): string {
  return value.toLocaleString(LOCALE, { maximumFractionDigits: 2 });
}

/** "Largest gap.", "Gap 4, at 48 of 100." */
export function sayRank(rank: number, gap: Gap): string {
  return rank === 1
    ? "Largest gap."
    : `Gap ${rank.toLocaleString(LOCALE)}, at ${Math.round(gap.relative)} of 100.`;
}

/** "Nothing live. 3 must-needs open." */
export function sayGap({ state, openMustNeeds }: Gap): string {
  const needs =
    openMustNeeds === 1 ? "1 must-need open." : `${openMustNeeds.toLocaleString(LOCALE)} must-needs open.`;
  return openMustNeeds > 0 ? `${STATE_SENTENCES[state]} ${needs}` : STATE_SENTENCES[state];
}

/** "1 piece is planned: €4,000 funded." */
export function sayPlans({ plans: { assets, funded, asked } }: Gap): string | null {
  if (assets === 0) {
    return null;
  }
  const pieces = assets === 1 ? "1 piece is planned" : `${assets.toLocaleString(LOCALE)} pieces are planned`;
  const sums = [
    funded.total !== null && `${sayRoundMoney(funded.total)} funded`,
    asked.total !== null && `${sayRoundMoney(asked.total)} asked for`,
  ].filter((sum) => sum !== false);
  return sums.length === 0 ? `${pieces}.` : `${pieces}: ${sums.join(", ")}.`;
}

/** "12 open deals", "1 open deal". */
export function sayDeals(count: number): string {
  return count === 1 ? "1 open deal" : `${count.toLocaleString(LOCALE)} open deals`;
}

/** "€1.2M waits there; 41% leaks."; null where nothing was imported. */
export function sayWorth({ worth }: Pick<Gap, "worth">): string | null {
  if (worth === null) {
    return null;
  }
  const leaks = `${sayShare(worth.leak.share)} leaks.`;
  if (worth.waits === null) {
    return `What leads there are worth is not known yet; ${leaks}`;
  }
  const waits = worth.waits.minor === 0 ? "No money waits" : `${sayShortMoney(worth.waits)} waits`;
  return `${waits} there; ${leaks}`;
}

/** "weight 5 × shortfall 1 × leak 0.41 × stake €1.2M". */
export function sayFactors({ factors, worth }: Pick<Gap, "factors" | "worth">): string {
  const { weight, shortfall, leak, neutral } = factors;
  const money = (minor: number, { currency }: Worth) => sayShortMoney({ minor, currency });
  const raised = worth?.raised === true ? ", 5% of the mean" : "";
  const stake = worth === null || neutral ? "1" : `${money(factors.stake, worth)}${raised}`;
  return `weight ${number(weight)} × shortfall ${number(shortfall)} × leak ${number(leak)} × stake ${stake}`;
}

/** Why money does not tell gaps apart, if it does not. */
export function sayNeutral({ factors, worth }: Pick<Gap, "factors" | "worth">): string | null {
  if (!factors.neutral) {
    return null;
  }
  return worth === null
    ? "Leak counts 0.5 and stake 1 until leads and deals are known."
    : "Stake counts 1 until deals with a value are known.";
}

/** "12 open deals of €4.3M, of which 28% are won (9 of 32 that came and ended)". */
export function sayStageMoney(stage: StageMoney, currency: string): string {
  const { kind, n, value, share, won, of, shareOf, tooFew, meanWon, unvalued } = stage;
  const money = (minor: number) => sayShortMoney({ minor, currency });
  const few = tooFew ? ", too few" : "";
  const from = `${won.toLocaleString(LOCALE)} of ${of.toLocaleString(LOCALE)}`;
  if (n === 0) {
    return kind === "lead" ? "no leads" : "no open deals";
  }
  if (kind === "lead") {
    const mean = meanWon === null ? "a deal that is won" : `a won deal of ${money(meanWon)} in the mean`;
    return `${n === 1 ? "1 lead" : `${n.toLocaleString(LOCALE)} leads`}, of which ${sayShare(share)} end in ${mean} (${from} that came${few})`;
  }
  const basis = {
    stage: `${from} that came and ended${few}`,
    deals: `${from} deals that ended${few}: none that came here has`,
    nothing: "no deal has ended yet, so half counts",
  }[shareOf];
  const unknown = unvalued > 0 ? `, ${unvalued.toLocaleString(LOCALE)} without a value` : "";
  const worth = `${sayDeals(n)} of ${money(value)}${unknown}`;
  return `${worth}, of which ${sayShare(share)} ${n === 1 ? "is" : "are"} won (${basis})`;
}

/** "At the stage: … In the last four quarters 16 of 39 were lost or turned back.". */
export function sayMadeOf({ stage, leak, currency }: Worth): string {
  const gone = (leak.lost + leak.turnedBack).toLocaleString(LOCALE);
  const left =
    leak.resolved === 0
      ? "Nothing left it in the last four quarters."
      : `In the last four quarters ${gone} of ${leak.resolved.toLocaleString(LOCALE)} were lost or turned back.`;
  return `At the stage: ${sayStageMoney(stage, currency)}. ${left}`;
}

/** "A case study has cost 4,200 € on average (3 known)." */
export function sayCost({ cost }: Gap): string | null {
  if (cost === null) {
    return null;
  }
  const mean = sayRoundMoney(cost.mean);
  return `In the format “${cost.format}” a piece has cost ${mean} on average (${cost.assets.toLocaleString(LOCALE)} known).`;
}
