import { expect, it } from "vitest";
import { fieldOf } from "./targetField";

it("takes per cent and whole units, and keeps shares and minor units", () => {
  const share = fieldOf("share", "EUR");
  expect([share.kept(28), share.shown(0.28)]).toEqual([0.28, 28]);
  const euros = fieldOf("money", "EUR");
  expect([euros.kept(120_000), euros.shown(12_000_000)]).toEqual([12_000_000, 120_000]);
  expect(fieldOf("money", "JPY").kept(5_000)).toBe(5_000);
  expect(fieldOf("money", "EUR").kept(0.0045)).toBe(0.45);
  expect(fieldOf("days", "EUR").kept(4.5)).toBe(4.5);
});
