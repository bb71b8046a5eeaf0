import { expect, it } from "vitest";
import { percentOf, rateOf, termsOf } from "./terms";

it("takes per cent, keeps rates, and is there once all four are said", () => {
  expect([percentOf(0.07), rateOf(7), percentOf(null)]).toEqual([7, 0.07, null]);
  const terms = { margin: 0.6, retention: 0.85, discount: 0, years: 0 };
  expect(termsOf(terms)).toEqual(terms);
  expect(termsOf({ ...terms, discount: null })).toBeNull();
});
