import { describe, expect, it } from "vitest";
import { monthAfter, sayMonth } from "./months";

describe("months", () => {
  it("are counted over the turn of the year, both ways", () => {
    expect(monthAfter("2026-11", 2)).toBe("2027-01");
    expect(monthAfter("2026-11-26", 1)).toBe("2026-12");
    expect(monthAfter("2026-02", -4)).toBe("2025-10");
    expect(monthAfter("2026-12", 0)).toBe("2026-12");
  });

  it("are named with their year", () => {
    expect(sayMonth("2026-10-01")).toMatch(/October 2026|Oktober 2026/);
  });
});
