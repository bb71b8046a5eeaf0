import { describe, expect, it } from "vitest";
import type { Compared } from "@/bindings/Compared";
import type { Figures } from "@/bindings/Figures";
import { countsOf, needTurnsOf, ratingTurnsOf } from "./counts";

const NOTHING = { total: null, counted: 0, unknown: 0, unconverted: 0 };
const SCORE = { value: null, covered: 0, applicable: 0, nothingLive: 0 };

const QUIET: Figures = {
  asOf: "2026-06-30",
  workspace: SCORE,
  journeys: [],
  stages: [],
  personas: [],
  cells: [],
  needs: [],
  assets: { planned: 0, live: 10, stale: 4, retired: 0, stop: 1, rework: 0, funded: NOTHING },
  verdicts: { yes: 8, partly: 1, no: 2, unchecked: 20, disagreements: 3 },
  ratings: [],
  demand: null,
};

const NEED = {
  id: "n",
  text: "Proof",
  kind: "sales need" as const,
  importance: "must" as const,
  stageId: "s",
  personaId: null,
};

function compared(more: Partial<Compared["comparison"]>, after: Partial<Figures> = {}): Compared {
  const comparison = {
    from: "2026-06-30",
    to: "2026-09-30",
    workspace: null,
    journeys: [],
    stages: [],
    personas: [],
    cells: [],
    needs: [],
    assets: null,
    verdicts: null,
    ratings: [],
    demand: null,
    ...more,
  };
  return {
    comparison,
    turned: [],
    kpis: [],
    stages: [],
    explained: true,
    edits: [],
    before: QUIET,
    after: { ...QUIET, ...after },
  };
}

describe("what is counted", () => {
  it("tells what is better by what it is", () => {
    const verdicts = { yes: 11, partly: 1, no: 3, unchecked: 15, disagreements: 3 };
    const [checks] = countsOf(compared({}, { verdicts }));
    expect(checks?.rows.map(({ change }) => change)).toEqual([
      { text: "+3", isBetter: true },
      null,
      { text: "+1", isBetter: false },
      { text: "−5", isBetter: true },
      null,
    ]);
  });
});

describe("what turned", () => {
  it("names needs by what they were and are", () => {
    const needs = [
      { before: { ...NEED, status: "open" as const }, after: { ...NEED, status: "answered" as const } },
      { before: null, after: { ...NEED, id: "m", status: "open" as const } },
      { before: { ...NEED, id: "o", status: "declined" as const }, after: null },
      {
        before: { ...NEED, id: "p", status: "open" as const },
        after: { ...NEED, id: "p", text: "Price", status: "open" as const },
      },
    ];
    expect(needTurnsOf(compared({ needs })).map(({ turn }) => turn)).toEqual([
      "open → answered",
      "new: open",
      "gone",
    ]);
  });

  it("tells a rating from none", () => {
    const ratings = [{ before: null, after: { question: "roles" as const, level: 0 } }];
    const [turn] = ratingTurnsOf(compared({ ratings }));
    expect([turn?.before, turn?.after]).toEqual(["not rated", "0"]);
  });
});
