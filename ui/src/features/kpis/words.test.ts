import { expect, it } from "vitest";
import { sayMadeOf } from "./words";

const NONE = { value: null, numerator: null, denominator: null, n: 0, tooFew: false };

it("says what a figure is made of, and nothing where nothing was counted", () => {
  expect(sayMadeOf(NONE, "winRate", "EUR")).toBe("");
  const rate = { ...NONE, value: 0.25, numerator: 3, denominator: 12, n: 12, tooFew: true };
  expect(sayMadeOf(rate, "winRate", "EUR")).toBe("3 ÷ 12 · too few (12)");
  const cost = { ...NONE, value: 3_840, numerator: 960_000, denominator: 250, n: 250, leftOut: 2 };
  expect(sayMadeOf(cost, "costPerLead", "EUR")).toBe("€9,600 ÷ 250 · 2 left out");
  expect(sayMadeOf({ ...NONE, value: 12, n: 12 }, "newLeads", "EUR")).toBe("");
  expect(sayMadeOf({ ...NONE, value: 40.5, n: 120 }, "medianCycle", "EUR")).toBe("n 120");
});
