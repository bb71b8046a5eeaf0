// What lifetime values are worked out with, while it is typed in.
import type { Terms } from "@/bindings/Terms";

export type Draft = { [K in keyof Terms]: Terms[K] | null };

/** Without what counting in binary leaves behind the tenth digit. */
const tidy = (value: number) => Number(value.toPrecision(10));

export const percentOf = (rate: number | null) => (rate === null ? null : tidy(rate * 100));
export const rateOf = (percent: number | null) => (percent === null ? null : tidy(percent / 100));

/** The terms once all of them are said. */
export function termsOf({ margin, retention, discount, years }: Draft): Terms | null {
  return margin === null || retention === null || discount === null || years === null
    ? null
    : { margin, retention, discount, years };
}
