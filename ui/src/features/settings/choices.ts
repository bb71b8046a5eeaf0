import type { Choice } from "@/components/Choices";
import { LOCALE } from "@/locale";

function named(type: "currency", code: string): string {
  return new Intl.DisplayNames(LOCALE, { type }).of(code) ?? code;
}

/** The currencies of the world: "EUR · Euro". */
export const CURRENCIES: readonly Choice[] = Intl.supportedValuesOf("currency").map((code) => ({
  id: code,
  label: `${code} · ${named("currency", code)}`,
}));

/** "1" to "12", by name. */
export const MONTHS: readonly Choice[] = Array.from({ length: 12 }, (_, at) => ({
  id: String(at + 1),
  label: new Date(2024, at, 1).toLocaleDateString(LOCALE, { month: "long" }),
}));

/** ISO weekdays: "1" is Monday. 1 January 2024 was one. */
export const WEEKDAYS: readonly Choice[] = Array.from({ length: 7 }, (_, at) => ({
  id: String(at + 1),
  label: new Date(2024, 0, at + 1).toLocaleDateString(LOCALE, { weekday: "short" }),
}));
