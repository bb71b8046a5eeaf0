import { describe, expect, it } from "vitest";
import { monthAfter, sayMonth } from "./months";
import { cadenceSearch } from "./search";

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

describe("the address of the cadence", () => {
  it("keeps what is ours and well formed", () => {
    expect(cadenceSearch({ from: "2026-13", owner: "", only: "lost" })).toEqual({});
    const given = { from: "2026-10", owner: "Mara", only: "due" };
    expect(cadenceSearch({ ...given, x: 1 })).toEqual(given);
  });
});
