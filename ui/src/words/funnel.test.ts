import { describe, expect, it } from "vitest";
import { conversionOf, leakOf, sayDays, sayPeriod } from "./funnel";

const NOTHING = { entered: 0, advanced: 0, movedBack: 0, lost: 0, here: 0 };
const ledger = (part: Partial<typeof NOTHING>) => ({ ...NOTHING, ...part });

describe("the funnel in words", () => {
  it("says days", () => {
    expect(sayDays(null)).toBe("no data");
    expect(sayDays(1)).toBe("1 day");
    expect(sayDays(6.5)).toBe("6.5 days");
    expect(sayDays(46.4)).toBe("46 days");
  });

  it("names stretches of the calendar", () => {
    expect(sayPeriod({ from: "2026-10-01", to: "2026-10-31" })).toBe("October 2026");
    expect(sayPeriod({ from: "2026-10-01", to: "2026-12-31" })).toBe("Oct – Dec 2026");
    expect(sayPeriod({ from: "2026-11-01", to: "2027-01-31" })).toBe("Nov 2026 – Jan 2027");
  });

  it("has no share of nobody", () => {
    expect(conversionOf(ledger({}))).toBeNull();
    expect(conversionOf(ledger({ entered: 8, advanced: 2, here: 6 }))).toBe(0.25);
    expect(leakOf(ledger({ entered: 4, here: 4 }))).toBeNull();
    expect(leakOf(ledger({ entered: 9, advanced: 2, movedBack: 1, lost: 1, here: 5 }))).toBe(0.5);
  });
});
