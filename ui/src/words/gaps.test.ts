import { describe, expect, it } from "vitest";
import type { Gap } from "@/bindings/Gap";
import { sayCost, sayFactors, sayGap, sayPlans, sayRank } from "./gaps";

const NOTHING = { total: null, counted: 0, unknown: 0, unconverted: 0 };

const gap: Gap = {
  personaId: "cfo",
  persona: "CFO",
  stageId: "evaluation",
  stage: "Evaluation",
  state: "empty",
  openMustNeeds: 3,
  factors: { weight: 5, shortfall: 0.5, leak: 1, stake: 1, neutral: true },
  priority: 2.5,
  relative: 47.6,
  cost: null,
  plans: { assets: 0, funded: NOTHING, asked: NOTHING },
};

describe("a gap in words", () => {
  it("has its place", () => {
    expect(sayRank(1, gap)).toBe("Largest gap.");
    expect(sayRank(4, gap)).toBe("Gap 4, at 48 of 100.");
  });

  it("says what is missing and what weighs", () => {
    expect(sayGap(gap)).toBe("Nothing live. 3 must-needs open.");
    expect(sayGap({ ...gap, state: "thin", openMustNeeds: 1 })).toBe("Covered thinly. 1 must-need open.");
    expect(sayFactors(gap.factors)).toBe("weight 5 × shortfall 0.5 × leak 1 × stake 1");
  });

  it("says what is planned there and what it may cost", () => {
    const sum = (minor: number) => ({ ...NOTHING, total: { minor, currency: "EUR" }, counted: 1 });
    const planned = (plans: Partial<Gap["plans"]>) => sayPlans({ ...gap, plans: { ...gap.plans, ...plans } });
    expect(sayPlans(gap)).toBeNull();
    expect(planned({ assets: 1 })).toBe("1 piece is planned.");
    expect(planned({ assets: 2, funded: sum(400_000), asked: sum(90_000) })).toMatch(
      /^2 pieces are planned: \D*4,000\D* funded, \D*900\D* asked for\.$/,
    );
  });

  it("says what such a piece has cost, where it is known", () => {
    expect(sayCost(gap)).toBeNull();
    const mean = { minor: 420_000, currency: "EUR" };
    expect(sayCost({ ...gap, cost: { formatId: "f", format: "Guide", mean, assets: 3 } })).toMatch(
      /^In the format “Guide” a piece has cost \D*4,200\D* on average \(3 known\)\.$/,
    );
  });
});
