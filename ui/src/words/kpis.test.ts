import { describe, expect, it } from "vitest";
import { sayAmount, sayGrowth, sayNumbers, targetOf, toneOf } from "./kpis";
import { sayValue } from "./values";

describe("amounts of figures", () => {
  it("are money with as many decimals as it takes", () => {
    const say = (minor: number, isCompact = false) => sayAmount(minor, "money", "EUR", isCompact);
    expect(say(0.45)).toBe("€0.0045");
    expect(say(3_820)).toBe("€38.20");
    expect(say(4_000)).toBe("€40");
    expect(say(123_456)).toBe("€1,235");
    expect(say(123_456_789)).toBe("€1,234,568");
    expect(say(123_456_789, true)).toBe("€1.23M");
    expect(say(-960_000, true)).toBe("-€9,600");
    expect(sayAmount(500_000, "moneyPerDay", "JPY")).toBe("¥500,000 a day");
  });

  it("are shares, days and counts", () => {
    expect(sayAmount(0.124, "share", "EUR")).toBe("12.4%");
    expect(sayAmount(0.00042, "share", "EUR")).toBe("0.04%");
    expect([0, 0.03, 1].map((share) => sayAmount(share, "share", "EUR"))).toEqual(["0%", "3.0%", "100%"]);
    expect(sayAmount(15.487, "share", "EUR")).toBe("1,549%");
    expect(sayAmount(4.54, "days", "EUR")).toBe("4.5 days");
    expect(sayAmount(1, "days", "EUR")).toBe("1 day");
    expect(sayAmount(62.4, "days", "EUR")).toBe("62 days");
    expect(sayAmount(7, "hours", "EUR")).toBe("7.0 h");
    expect(sayAmount(12_345, "count", "EUR", true)).toBe("12,345");
    expect(sayAmount(2_345_678, "count", "EUR", true)).toBe("2.35M");
    expect(sayAmount(null, "count", "EUR")).toBe("no data");
  });
});

describe("growth", () => {
  it("is told in per cent, or in times where it is large", () => {
    expect([0.123, -0.5, 0.004, 13].map(sayGrowth)).toEqual(["12%", "50%", "under 1%", "×14"]);
  });

  it("is good where more is better and it is more", () => {
    expect(toneOf(0.1, "more")).toBe("good");
    expect(toneOf(0.1, "less")).toBe("bad");
    expect(toneOf(-0.1, "less")).toBe("good");
    expect(toneOf(0.1, "neither")).toBe("neutral");
    expect(toneOf(0, "more")).toBe("neutral");
  });
});

describe("targets", () => {
  it("say how far it is, and what is met", () => {
    expect(targetOf(72, 100, "more")).toMatchObject({ length: 0.72, isMet: false, lead: "72% of" });
    expect(targetOf(130, 100, "more")).toMatchObject({ length: 1, isMet: true, lead: "130% of" });
    expect(targetOf(44, 40, "less")).toMatchObject({ length: 1, isMet: false, lead: "10% over" });
    expect(targetOf(30, 40, "less")).toMatchObject({ length: 0.75, isMet: true, lead: "25% under" });
    expect(targetOf(null, 40, "less")).toMatchObject({ length: 0, isMet: false, lead: "Target" });
  });
});

it("says targets and terms as the history tells them", () => {
  const numbers = {
    targets: [
      { kpi: "closedRevenue" as const, every: "quarter" as const, value: 12_000_000 },
      { kpi: "winRate" as const, every: "quarter" as const, value: 0.28 },
    ],
    terms: { margin: 0.6, retention: 0.85, discount: 0.1, years: 4 },
  };
  const told = [
    "Closed revenue: €120,000 every quarter",
    "Win rate: 28.0%",
    "Margin 60%, retention 85%, discount 10% a year, years 0 to 4",
  ];
  expect(sayNumbers(numbers, "EUR")).toEqual(told);
  expect(sayValue("numbers", numbers, { currency: "EUR" })).toEqual(told);
  expect(sayNumbers({ targets: [], terms: null }, "EUR")).toEqual([]);
});
