import { describe, expect, it } from "vitest";
import { paceOf, sayPace } from "./pace";

describe("the pace of a sitting", () => {
  it("is not told before the third answer", () => {
    expect(paceOf(0, [1000, 2000])).toBeNull();
  });

  it("is answers a minute", () => {
    // Three answers in 30 seconds are six a minute.
    expect(paceOf(0, [10_000, 20_000, 30_000])).toBe(6);
  });

  it("counts a long pause as two minutes", () => {
    // 60 s + 60 s + an hour away counted as 120 s = 4 minutes for three answers.
    expect(paceOf(0, [60_000, 120_000, 3_720_000])).toBe(0.75);
  });

  it("is said with what is left at that pace", () => {
    expect(sayPace(null, 40)).toBe("");
    expect(sayPace(6, 38)).toBe("6 a minute · 7 minutes left");
    expect(sayPace(12.4, 1)).toBe("12 a minute · 1 minute left");
    expect(sayPace(6, 0)).toBe("6 a minute");
  });
});
