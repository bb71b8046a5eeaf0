// What a figure is made of, in words.

import type { KpiId } from "@/bindings/KpiId";
import type { Measure } from "@/bindings/Measure";
import { LOCALE } from "@/locale";
import { KPI_WORDS } from "@/words/kpiNames";
import { sayAmount } from "@/words/kpis";

/** "412 ÷ 1,204", "€9.6K ÷ 250", "too few (12)", "n 1,204 · 3 left out"; nothing of what was not counted. */
export function sayMadeOf(measure: Measure, kpi: KpiId, currency: string): string {
  const { numerator, denominator, n, tooFew, leftOut = 0, value } = measure;
  const [above, below] = KPI_WORDS[kpi].ratio;
  const isRatio = value !== null && numerator !== null && denominator !== null;
  const parts = [
    isRatio &&
      `${sayAmount(numerator, above, currency, true)} ÷ ${sayAmount(denominator, below, currency, true)}`,
    tooFew && value !== null && `too few (${n.toLocaleString(LOCALE)})`,
    !tooFew && value !== null && n > 0 && n !== denominator && n !== value && `n ${n.toLocaleString(LOCALE)}`,
    leftOut > 0 && `${leftOut.toLocaleString(LOCALE)} left out`,
  ];
  return parts.filter((part) => part !== false).join(" · ");
}
