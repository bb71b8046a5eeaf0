import { describe, expect, it } from "vitest";
import { sayAge, sayCommittee, sayLineDays, sayLineSource } from "./deals";

describe("deals in words", () => {
  it("tells whole days, and that they may be more", () => {
    expect(sayAge({ days: 14.9, sinceExact: true })).toBe("14 days");
    expect(sayAge({ days: 1, sinceExact: false })).toBe("at least 1 day");
    expect(sayAge({ days: 0.4, sinceExact: true })).toBe("0 days");
    expect(sayAge({ days: null, sinceExact: false })).toBe("");
  });

  it("tells a line and where it comes from", () => {
    expect(sayLineDays({ days: 12, n: 3, tooFew: true })).toBe("12 days");
    expect(sayLineDays({ days: 1.54, n: 40, tooFew: false })).toBe("1.5 days");
    expect(sayLineSource({ days: 12, n: 3, tooFew: true })).toBe(
      "twice the median of 3 stays that went on: too few for more",
    );
    expect(sayLineSource({ days: 12, n: 1_204, tooFew: false })).toBe(
      "nine in ten of 1,204 stays that went on were no longer",
    );
  });

  it("tells who is there and who is missing", () => {
    expect(sayCommittee(["CFO"], ["CISO", "IT"])).toBe("1 of 3 personas: CFO; missing CISO, IT");
    expect(sayCommittee([], ["CISO"])).toBe("0 of 1 personas; missing CISO");
    expect(sayCommittee(["CFO", "IT"], [])).toBe("2 of 2 personas: CFO, IT");
  });
});
