import { describe, expect, it } from "vitest";
import { minorUnits, sayMoney, sayRoundMoney } from "./money";

describe("money", () => {
  it("is kept in minor units, of which currencies have a hundred, a thousand or none", () => {
    expect(["EUR", "KWD", "JPY"].map(minorUnits)).toEqual([100, 1000, 1]);
    expect(sayMoney({ minor: 420_050, currency: "EUR" })).toMatch(/4,200\.50/);
    expect(sayMoney({ minor: 420_000, currency: "EUR" })).toMatch(/4,200(?!\.)/);
    expect(sayMoney({ minor: 4_200, currency: "JPY" })).toMatch(/4,200(?!\.)/);
  });

  it("is rounded to whole units where the rest says nothing", () => {
    expect(sayRoundMoney({ minor: 420_050, currency: "EUR" })).toMatch(/4,201(?!\.)/);
    expect(sayRoundMoney({ minor: 8_700, currency: "JPY" })).toMatch(/8,700(?!\.)/);
  });
});
