// Money, which is kept in minor units of its currency. Formatters are made once: making one costs more than
// drawing a row.

import type { Money } from "@/bindings/Money";
import { LOCALE } from "@/locale";

interface Currency {
  /** How many minor units make one. */
  units: number;
  exact: Intl.NumberFormat;
  whole: Intl.NumberFormat;
  short: Intl.NumberFormat;
}

const currencies = new Map<string, Currency>();

function currencyOf(currency: string): Currency {
  const known = currencies.get(currency);
  if (known !== undefined) {
    return known;
  }
  const style = { style: "currency", currency } as const;
  const digits = new Intl.NumberFormat(LOCALE, style).resolvedOptions().maximumFractionDigits ?? 2;
  const made = {
    units: 10 ** digits,
    exact: new Intl.NumberFormat(LOCALE, { ...style, trailingZeroDisplay: "stripIfInteger" }),
    whole: new Intl.NumberFormat(LOCALE, { ...style, maximumFractionDigits: 0 }),
    short: new Intl.NumberFormat(LOCALE, { ...style, notation: "compact" }),
  };
  currencies.set(currency, made);
  return made;
}

/** How many minor units make one: 100 for EUR, 1 for JPY. */
export function minorUnits(currency: string): number {
  return currencyOf(currency).units;
}

/** "€4,200" or "€4,200.50". */
export function sayMoney({ minor, currency }: Money): string {
  const { exact, units } = currencyOf(currency);
  return exact.format(minor / units);
}

/** "€4,201": a mean or an estimate, of which the cents say nothing. */
export function sayRoundMoney({ minor, currency }: Money): string {
  const { whole, units } = currencyOf(currency);
  return whole.format(minor / units);
}

/** "€1.2M", "€340K": as short as it can be told. */
export function sayShortMoney({ minor, currency }: Money): string {
  const { short, units } = currencyOf(currency);
  return short.format(Math.abs(minor) < units ? 0 : minor / units);
}
