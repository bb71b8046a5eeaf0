import { describe, expect, it } from "vitest";
import { minorUnits, sayMoney, sayRoundMoney, sayShortMoney } from "./money";

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

  it("is as short as it can be told where a glance is enough", () => {
    const euros = (euros: number) => sayShortMoney({ minor: euros * 100, currency: "EUR" });
    expect(euros(1_249_999)).toMatch(/^\D*1\.2\D*M\D*$/);
    expect(euros(340_400)).toMatch(/^\D*340\D*K\D*$/);
    expect(euros(0.4)).toMatch(/^\D*0\D*$/);
  });
});
