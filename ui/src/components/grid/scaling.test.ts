import { describe, expect, it } from "vitest";
import { AT_TOP, follow, type Place, placeAt, scaleOf, sightOf, topFor } from "./scaling";

const ROW = 36;
const VIEW = 720;
const COUNT = 8_321_988;
const LONG = scaleOf(COUNT * ROW);
const scrolledAt = ({ top, offset }: Place) => top - offset;
const END = LONG.height - VIEW;

describe("a list that fits into an element", () => {
  const short = scaleOf(10_000 * ROW);

  it("is as tall as it is, and scrolls px by px", () => {
    expect(short.height).toBe(360_000);
    expect(follow(short, AT_TOP, 12_345, VIEW)).toEqual({ top: 12_345, offset: 0 });
  });

  it("takes over from a longer one where the bar stands", () => {
    expect(follow(short, placeAt(LONG, 150_000_000, VIEW), 5_000, VIEW)).toEqual({ top: 5_000, offset: 0 });
  });
});

describe("a list taller than any element", () => {
  it("keeps the element sane, and reaches both ends", () => {
    expect(LONG.height).toBeLessThan(33_000_000);
    expect(follow(LONG, placeAt(LONG, 4_000, VIEW), 0, VIEW)).toEqual(AT_TOP);
    const end = follow(LONG, AT_TOP, END, VIEW);
    expect(end.top).toBe(LONG.total - VIEW);
    expect(scrolledAt(end)).toBe(END);
    expect(sightOf(COUNT, ROW, end, VIEW, 0).last).toBe(COUNT - 1);
  });

  it("goes to the share that the bar shows", () => {
    const half = follow(LONG, AT_TOP, END / 2, VIEW);
    expect(half.top / LONG.total).toBeCloseTo(0.5, 2);
    expect(Math.abs(scrolledAt(half) - END / 2)).toBeLessThan(1);
  });

  it("moves by what is scrolled, from page to page too, and passes no row over", () => {
    let place = placeAt(LONG, 150_000_000, VIEW);
    for (let step = 1; step <= 4_000; step += 1) {
      const next = follow(LONG, place, scrolledAt(place) + 120, VIEW);
      expect(next.top - place.top).toBeCloseTo(120, 5);
      expect(scrolledAt(next)).toBeGreaterThan(0);
      expect(scrolledAt(next)).toBeLessThan(END);
      place = next;
    }
    for (let step = 1; step <= 4_000; step += 1) {
      place = follow(LONG, place, scrolledAt(place) - 120, VIEW);
    }
    expect(place.top).toBeCloseTo(150_000_000, 3);
  });
});

it("shows a row wholly, and stays where it is in sight", () => {
  const place = { top: 360, offset: 0 };
  expect(topFor(9, ROW, place, VIEW)).toBe(324);
  expect(topFor(10, ROW, place, VIEW)).toBe(360);
  expect(topFor(29, ROW, place, VIEW)).toBe(360);
  expect(topFor(30, ROW, place, VIEW)).toBe(396);
});
