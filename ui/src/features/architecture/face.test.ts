import { describe, expect, it } from "vitest";
import { type Counted, faceOf } from "./face";

const NONE: Counted = {
  state: "empty",
  credit: 0,
  placements: 0,
  published: 0,
  live: 0,
  liveYes: 0,
  stale: 0,
  verdicts: { yes: 0, partly: 0, no: 0, unchecked: 0, disagreements: 0 },
  renewedOn: null,
  daysSinceRenewed: null,
  needs: { answered: 0, planned: 0, declined: 0, open: 0, openMust: 0 },
  findings: [],
};

const cell = (more: Partial<Counted>): Counted => ({ ...NONE, ...more });

describe("a cell by its state", () => {
  it("shows what is missing: no figure, the open must-needs", () => {
    const needs = { ...NONE.needs, open: 3, openMust: 3 };
    const face = faceOf(cell({ needs }), "state");
    expect(face).toMatchObject({ look: "empty", sign: "ring", word: "empty", count: "", flags: 3 });
    expect(face.label).toBe("empty, 0 assets, 3 open must-needs");
  });

  it("counts what is placed and names an excess", () => {
    const face = faceOf(cell({ state: "covered", placements: 7, findings: ["excess"] }), "state");
    expect(face).toMatchObject({ look: "covered", count: "7", note: "excess", flags: 0 });
    expect(face.label).toBe("covered, 7 assets, excess");
  });

  it("is n/a in every mode where it does not apply", () => {
    const words = (["state", "count", "verdicts", "freshness", "needs"] as const).map(
      (mode) => faceOf(cell({ state: "not applicable", placements: 1 }), mode).word,
    );
    expect(new Set(words)).toEqual(new Set(["n/a"]));
  });
});

describe("a cell by its count", () => {
  it("carries ink only where there is nothing", () => {
    expect(faceOf(NONE, "count")).toMatchObject({ look: "empty", word: "none", count: "" });
    const full = faceOf(cell({ state: "unproven", placements: 12, live: 9 }), "count");
    expect(full).toMatchObject({ look: "covered", word: "9 live", count: "12" });
    const live = faceOf(cell({ state: "covered", placements: 3, live: 3 }), "count");
    expect(live).toMatchObject({ look: "covered", word: "", count: "3", label: "3 assets, 3 live" });
  });
});

describe("a cell by its verdicts", () => {
  it("says the best one, then the others", () => {
    const verdicts = { yes: 2, partly: 1, no: 0, unchecked: 1, disagreements: 1 };
    const face = faceOf(cell({ verdicts }), "verdicts");
    expect(face).toMatchObject({ look: "covered", word: "2 yes" });
    expect(face.tallies.map(({ sign, count }) => [sign, count])).toEqual([
      ["half", 1],
      ["question", 1],
    ]);
    expect(face.label).toBe("2 yes, 1 partly, 1 unchecked, 1 disagreement");
  });

  it("is unhelpful only when nothing is left to ask", () => {
    const only = { ...NONE.verdicts, no: 2 };
    expect(faceOf(cell({ verdicts: only }), "verdicts").look).toBe("unhelpful");
    expect(faceOf(cell({ verdicts: { ...only, unchecked: 1 } }), "verdicts").look).toBe("unproven");
  });
});

describe("a cell by its freshness", () => {
  it("says how long ago it was renewed, and what of it is stale", () => {
    const fresh = cell({ published: 3, live: 2, stale: 1, daysSinceRenewed: 90 });
    expect(faceOf(fresh, "freshness")).toMatchObject({
      look: "thin",
      word: "3 months",
      note: "1 of 3 stale",
    });
    const old = cell({ published: 1, live: 0, stale: 1, daysSinceRenewed: 800 });
    expect(faceOf(old, "freshness")).toMatchObject({ look: "stale", word: "2 years" });
    expect(faceOf(NONE, "freshness").word).toBe("none out");
  });
});

describe("a cell by its needs", () => {
  it("carries ink while a need is open, most for a must", () => {
    const needs = { answered: 1, planned: 0, declined: 0, open: 2, openMust: 1 };
    expect(faceOf(cell({ needs }), "needs")).toMatchObject({ look: "empty", word: "2 open", count: "1/3" });
    const should = { ...needs, openMust: 0 };
    expect(faceOf(cell({ needs: should }), "needs").look).toBe("thin");
    expect(faceOf(NONE, "needs")).toMatchObject({ look: "not applicable", word: "no needs", count: "" });
  });

  it("counts no need that was declined", () => {
    const needs = { answered: 0, planned: 0, declined: 2, open: 0, openMust: 0 };
    const declined = faceOf(cell({ needs }), "needs");
    expect(declined).toMatchObject({ look: "not applicable", word: "declined", count: "" });
    expect(declined.label).toBe("2 declined");
    const one = faceOf(cell({ needs: { ...needs, answered: 1 } }), "needs");
    expect(one).toMatchObject({ look: "covered", word: "answered", count: "1/1" });
  });
});
