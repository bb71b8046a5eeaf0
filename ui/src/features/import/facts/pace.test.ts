import { describe, expect, it } from "vitest";
import { noted, paceOf, type Sample } from "./pace";
import { sayLeft, sayPace } from "./words";

const MB = 1_000_000;

function watched(...done: number[]): Sample[] {
  return done.reduce<Sample[]>((samples, so, at) => noted(samples, { at: at * 1_000, done: so * MB }), []);
}

describe("the pace of an import", () => {
  it("is not told before it can be", () => {
    expect(paceOf([], 100)).toEqual({ done: 0, total: 100, perSecond: null, left: null });
    expect(paceOf(watched(5), 100 * MB).left).toBeNull();
    expect(paceOf(watched(5, 5), 100 * MB).perSecond).toBeNull();
  });

  it("is that of the last seconds", () => {
    expect(paceOf(watched(0, 20, 40), 100 * MB)).toEqual({
      done: 40 * MB,
      total: 100 * MB,
      perSecond: 20 * MB,
      left: 3_000,
    });
    const slower = watched(0, 100, ...Array.from({ length: 12 }, (_, at) => 101 + at));
    expect(paceOf(slower, 200 * MB).perSecond).toBe(MB);
  });

  it("begins anew with the work", () => {
    expect(noted(watched(10, 20), { at: 3_000, done: 0 })).toEqual([{ at: 3_000, done: 0 }]);
  });

  it("is said in bytes and in time", () => {
    expect(sayPace(paceOf(watched(0, 38, 76), 883 * MB))).toBe(
      "76 MB of 883 MB · 38 MB/s · about 30 seconds left",
    );
    expect(sayPace(paceOf([], 883 * MB))).toBe("0 KB of 883 MB");
    expect(sayLeft(3_000)).toBe("a few seconds left");
    expect(sayLeft(80_000)).toBe("about 80 seconds left");
    expect(sayLeft(100_000)).toBe("about 2 minutes left");
  });
});
