import { describe, expect, it } from "vitest";
import { monthAfter } from "./words";

describe("the month after", () => {
  it("goes over the end of the year", () => {
    expect(monthAfter("2026-09-01", "2026-01-15")).toBe("2026-10-01");
    expect(monthAfter("2026-12-01", "2026-01-15")).toBe("2027-01-01");
  });

  it("is this one where there is none before", () => {
    expect(monthAfter(undefined, "2026-11-26")).toBe("2026-11-01");
  });
});
