import { describe, expect, it } from "vitest";
import { changesOf, figuresOf } from "@/parts/figures";
import { waitsOf } from "./waits";

const NONE = { total: 0, first: [] };
const WAITS = {
  checks: 12,
  disagreements: 2,
  openNeeds: 15,
  openMusts: 9,
  myOpenNeeds: 3,
  overdue: NONE,
  unread: { total: 2, first: ["E", "F"].map((title) => ({ id: title, title })) },
  toFund: 6,
  decisions: 1,
  expiring: { total: 4, first: ["A", "B", "C", "D"].map((title) => ({ id: title, title })) },
};

describe("what waits", () => {
  it("is what the role has to do, in its order", () => {
    expect(waitsOf(WAITS, "sales").map(({ id }) => id)).toEqual([
      "checks",
      "differ",
      "unread",
      "mine",
      "musts",
      "decisions",
    ]);
    const strategist = waitsOf(WAITS, "strategist").map(({ id }) => id);
    expect(strategist).toEqual(["musts", "differ", "checks", "decisions", "expiring"]);
  });

  it("asks a reviewer for money first", () => {
    const [first] = waitsOf(WAITS, "reviewer");
    expect([first?.count, first?.title]).toEqual([6, "Planned assets at gaps to fund or not"]);
  });

  it("names the first three", () => {
    const named = waitsOf(WAITS, "reviewer").find(({ id }) => id === "expiring")?.named;
    expect(named?.map(({ text }) => text)).toEqual(["A", "B", "C"]);
  });
});

describe("the three figures", () => {
  const now = { value: 0.524, covered: 15, applicable: 40, nothingLive: 12 };

  it("tell what they have changed by as they are shown", () => {
    // 52 was 49 (0.4949 is shown as 49): three more.
    const before = { value: 0.4949, covered: 15, applicable: 38, nothingLive: 14 };
    const changes = changesOf(figuresOf(now), figuresOf(before)).map(({ change }) => change);
    expect(changes).toEqual([{ text: "+3", isBetter: true }, null, { text: "−2", isBetter: true }]);
  });

  it("tell nothing where nothing was known", () => {
    expect(changesOf(figuresOf(now), null).every(({ change }) => change === null)).toBe(true);
    const none = { ...now, value: null };
    const [score] = changesOf(figuresOf(now), figuresOf(none));
    expect(score?.change).toBeNull();
    expect(changesOf(figuresOf(none), null)[0]?.value).toBe("no score");
  });
});
