import { describe, expect, it } from "vitest";
import { periodAfter, periodAround, sayPeriodName, sayRange } from "./periods";

const period = (from: string, to: string) => ({ from, to });

describe("periods", () => {
  it("are those of the fiscal year", () => {
    expect(periodAround("month", "2026-02-28", 4)).toEqual(period("2026-02-01", "2026-02-28"));
    expect(periodAround("quarter", "2026-02-28", 1)).toEqual(period("2026-01-01", "2026-03-31"));
    expect(periodAround("quarter", "2026-02-28", 2)).toEqual(period("2026-02-01", "2026-04-30"));
    expect(periodAround("quarter", "2026-02-28", 12)).toEqual(period("2025-12-01", "2026-02-28"));
    expect(periodAround("year", "2026-02-28", 4)).toEqual(period("2025-04-01", "2026-03-31"));
  });

  it("follow each other on the calendar, or as long as they are", () => {
    expect(periodAfter(period("2028-03-01", "2028-03-31"), "month", -1)).toEqual(
      period("2028-02-01", "2028-02-29"),
    );
    expect(periodAfter(period("2026-10-01", "2026-12-31"), "quarter", 1)).toEqual(
      period("2027-01-01", "2027-03-31"),
    );
    expect(periodAfter(period("2026-02-15", "2026-02-24"), null, -1)).toEqual(
      period("2026-02-05", "2026-02-14"),
    );
  });

  it("are named by the fiscal year", () => {
    const spring = period("2026-04-01", "2026-06-30");
    expect(sayPeriodName(spring, "quarter", 1)).toBe("Q2 2026");
    expect(sayPeriodName(spring, "quarter", 4)).toBe("Q1 2026/27");
    expect(sayPeriodName(period("2026-01-01", "2026-03-31"), "quarter", 4)).toBe("Q4 2025/26");
    expect(sayPeriodName(period("2026-01-01", "2026-12-31"), "year", 1)).toBe("2026");
    expect(sayPeriodName(period("2026-02-15", "2026-02-24"), null, 1)).toBe("10 days");
  });

  it("say years where they differ", () => {
    expect(sayRange(period("2026-07-01", "2026-09-30"))).not.toContain("2026");
    expect(sayRange(period("2026-07-01", "2027-06-30"))).toMatch(/2026.*2027/);
  });
});
