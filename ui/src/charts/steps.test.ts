import { describe, expect, it } from "vitest";
import { namesApart, shareAt } from "./steps";

const curve = (points: readonly (readonly [at: number, share: number])[]) => ({
  name: "All requests",
  points: points.map(([at, share]) => ({ at, share, time: "" })),
});

describe("curves of shares", () => {
  it("keep a share until the next point, and know nothing beyond the last", () => {
    const all = curve([
      [0, 1],
      [0.2, 0.75],
      [0.6, 0.5],
    ]);
    expect([0, 0.19, 0.2, 0.5, 0.6, 0.61].map((at) => shareAt(all, at))).toEqual([
      1,
      1,
      0.75,
      0.75,
      0.5,
      null,
    ]);
  });

  it("name each at its end, or below the name above it", () => {
    expect(namesApart([100, 90, 140], 16)).toEqual([6, 0, 0]);
    expect(namesApart([100, 100, 100], 16)).toEqual([0, 16, 32]);
  });
});
