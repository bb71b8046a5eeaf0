import { describe, expect, it } from "vitest";
import type { Asked } from "@/bindings/Asked";
import type { Stage } from "@/bindings/Stage";
import { questionAt, sayWorth } from "./asking";

const asked = (more: Partial<Asked>): Asked => ({
  placementId: "p",
  assetId: "a",
  personaId: "c",
  stageId: "s",
  formatId: null,
  ask: "unchecked",
  answer: null,
  other: null,
  state: "thin",
  ifYes: "covered",
  adds: 2.5,
  waits: null,
  title: "ROI model",
  ...more,
});

const stage = (name: string) => ({ name }) as Stage;

describe("the question", () => {
  it("names the stage and the next one", () => {
    expect(questionAt(stage("Evaluation"), stage("Proposal"))).toBe(
      "Does this help sales move the deal from Evaluation to the next stage, Proposal?",
    );
  });

  it("speaks of the close at the last stage", () => {
    expect(questionAt(stage("Negotiation"), undefined)).toBe(
      "Does this help sales move the deal from Negotiation to its close?",
    );
  });
});

describe("what a yes is worth", () => {
  it("is the weighted credit it adds", () => {
    expect(sayWorth(asked({}), "sales")).toBe("A yes adds 2.5 to the weighted coverage");
    const waits = { minor: 29_600_000, currency: "EUR" };
    expect(sayWorth(asked({ waits }), "sales")).toBe(
      "A yes adds 2.5 to the weighted coverage, where €296K waits",
    );
  });

  it("is nothing where the cell stays as it is", () => {
    const covered = asked({ state: "covered", adds: 0 });
    expect(sayWorth(covered, "sales")).toBe("A yes does not change the state of this cell");
    expect(sayWorth({ ...covered, other: "no" }, "marketing")).toMatch(/^Sales has answered/);
  });

  it("may turn a state without adding credit", () => {
    const planned = asked({ state: "stale", ifYes: "planned", adds: 0 });
    expect(sayWorth(planned, "sales")).toBe("A yes turns the cell planned");
  });
});
