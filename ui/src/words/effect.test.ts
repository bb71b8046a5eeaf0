import { expect, test } from "vitest";
import type { Effect } from "@/bindings/Effect";
import { sayCertainty, sayEffect, sayPoints, saySides } from "./effect";

const EFFECT: Effect = {
  with: { n: 30, advanced: 24 },
  without: { n: 50, advanced: 26 },
  difference: 0.28,
  interval: [0.0623, 0.4509],
  couldBeLuck: false,
};

test("a difference is told in points, with both sides and how sure it is", () => {
  expect(sayEffect(EFFECT)).toBe("+28 points");
  expect(saySides(EFFECT)).toBe("80% of 30 visits with it went on, 52% of 50 without");
  expect(sayCertainty(EFFECT)).toBe("With 95% certainty +6 points to +45 points");
  expect(sayCertainty({ ...EFFECT, couldBeLuck: true })).toBe("Could be luck: +6 points to +45 points");
  expect(sayPoints(-0.01)).toBe("−1 point");
  expect(sayPoints(0)).toBe("±0 points");
});

test("without visits there is no data", () => {
  const none: Effect = {
    with: { n: 0, advanced: 0 },
    without: { n: 80, advanced: 40 },
    difference: null,
    interval: null,
    couldBeLuck: true,
  };
  expect(sayEffect(none)).toBe("No data");
  expect(saySides(none)).toBe("Nobody touched it in time; 80 visits without it");
  expect(sayCertainty(none)).toBeNull();
});
