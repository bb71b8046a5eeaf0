import { expect, it } from "vitest";
import type { KpiValue } from "@/bindings/KpiValue";
import { isUntold } from "./teaches";

const period = { from: "2026-01-01", to: "2026-03-31" };
const measure = (value: number | null) => ({
  value,
  numerator: null,
  denominator: null,
  n: 0,
  tooFew: false,
});
const value = (now: number | null, first: number | null): KpiValue => ({
  id: "downloads",
  now: measure(now),
  before: measure(null),
  growth: null,
  target: null,
  series: [{ period, value: first }],
});

it("is nothing to tell where no period knows more than 0", () => {
  expect(isUntold([value(0, null), value(null, 0)])).toBe(true);
  expect(isUntold([value(0, 3)])).toBe(false);
  expect(isUntold([value(2, null)])).toBe(false);
});
