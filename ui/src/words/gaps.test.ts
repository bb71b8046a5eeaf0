import { describe, expect, it } from "vitest";
import type { Gap } from "@/bindings/Gap";
import type { Worth } from "@/bindings/Worth";
import { sayCost, sayFactors, sayGap, sayMadeOf, sayNeutral, sayPlans, sayRank, sayWorth } from "./gaps";

const NOTHING = { total: null, counted: 0, unknown: 0, unconverted: 0 };

const gap: Gap = {
  personaId: "cfo",
  persona: "CFO",
  stageId: "evaluation",
  stage: "Evaluation",
  state: "empty",
  openMustNeeds: 3,
  factors: { weight: 5, shortfall: 0.5, leak: 0.5, stake: 1, neutral: true },
  worth: null,
  priority: 2.5,
  relative: 47.6,
  cost: null,
  plans: { assets: 0, funded: NOTHING, asked: NOTHING },
};

const worth: Worth = {
  waits: { minor: 120_000_000, currency: "EUR" },
  raised: false,
  leak: { lost: 10, turnedBack: 6, resolved: 39, share: 0.41, usual: 0.4 },
  stage: {
    kind: "deal",
    n: 12,
    unnamed: 1,
    value: 430_000_000,
    unvalued: 2,
    share: 0.28125,
    won: 9,
    of: 32,
    shareOf: "stage",
    tooFew: false,
    meanWon: null,
    money: 120_937_500,
    unnamedMoney: 0,
  },
  currency: "EUR",
};

describe("what a gap is worth in words", () => {
  const priced: Gap = {
    ...gap,
    worth,
    factors: { weight: 5, shortfall: 1, leak: 0.41, stake: 120_000_000, neutral: false },
  };

  it("is the money that waits and what leaks", () => {
    expect(sayWorth(gap)).toBeNull();
    expect(sayWorth(priced)).toMatch(/^\D*1\.2\D*M\D* waits there; 41% leaks\.$/);
    expect(sayFactors(priced)).toMatch(/^weight 5 × shortfall 1 × leak 0\.41 × stake \D*1\.2\D*M\D*$/);
    const nothing = { ...worth, waits: { minor: 0, currency: "EUR" }, raised: true };
    expect(sayWorth({ worth: nothing })).toBe("No money waits there; 41% leaks.");
    expect(sayFactors({ ...priced, worth: nothing })).toMatch(/, 5% of the mean$/);
    const unknown = { ...worth, waits: null };
    expect(sayWorth({ worth: unknown })).toBe("What leads there are worth is not known yet; 41% leaks.");
  });

  it("says what it is made of, and when that is too little", () => {
    expect(sayMadeOf(worth)).toMatch(
      /^At the stage: 12 open deals of \D*4\.3\D*M\D*, 2 without a value, of which 28% are won \(9 of 32 that came and ended\)\. In the last four quarters 16 of 39 were lost or turned back\.$/,
    );
    const leads = { ...worth.stage, kind: "lead", n: 40, share: 0.05, won: 1, of: 20, tooFew: true } as const;
    const at = (stage: Worth["stage"]) => sayMadeOf({ ...worth, stage });
    expect(at(leads)).toContain(
      "40 leads, of which 5% end in a deal that is won (1 of 20 that came, too few).",
    );
    expect(at({ ...leads, meanWon: 3_000_000 })).toMatch(/end in a won deal of \D*30K\D* in the mean/);
    expect(at({ ...worth.stage, shareOf: "nothing" })).toContain("no deal has ended yet, so half counts");
    expect(sayMadeOf({ ...worth, leak: { ...worth.leak, resolved: 0 } })).toContain("Nothing left it");
  });

  it("says why money does not tell gaps apart", () => {
    expect(sayNeutral(gap)).toBe("Leak counts 0.5 and stake 1 until leads and deals are known.");
    expect(sayNeutral({ ...gap, worth })).toBe("Stake counts 1 until deals with a value are known.");
    expect(sayNeutral(priced)).toBeNull();
  });
});

describe("a gap in words", () => {
  it("has its place", () => {
    expect(sayRank(1, gap)).toBe("Largest gap.");
    expect(sayRank(4, gap)).toBe("Gap 4, at 48 of 100.");
  });

  it("says what is missing and what weighs", () => {
    expect(sayGap(gap)).toBe("Nothing live. 3 must-needs open.");
    expect(sayGap({ ...gap, state: "thin", openMustNeeds: 1 })).toBe("Covered thinly. 1 must-need open.");
    expect(sayFactors(gap)).toBe("weight 5 × shortfall 0.5 × leak 0.5 × stake 1");
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
