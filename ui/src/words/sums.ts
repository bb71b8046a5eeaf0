// Sums of money, with what they could not count.

import type { Sum } from "@/bindings/Sum";
import { LOCALE } from "@/locale";
import { sayRoundMoney } from "./money";

/** "€12,000"; "no amount known" where nothing could be counted. */
export function saySum({ total }: Sum): string {
  return total === null ? "no amount known" : sayRoundMoney(total);
}

/** "2 without an amount, 1 without an exchange rate"; null where all of it is counted. */
export function sayUncounted({ unknown, unconverted }: Sum): string | null {
  const parts = [
    unknown > 0 && `${unknown.toLocaleString(LOCALE)} without an amount`,
    unconverted > 0 && `${unconverted.toLocaleString(LOCALE)} without an exchange rate`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.join(", ");
}
