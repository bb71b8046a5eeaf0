import { expect, it } from "vitest";
import type { Stage } from "@/bindings/Stage";
import { nameOfStage } from "./stageNames";

it("calls stages as they are called here", () => {
  const stages = [
    { name: "MQL", knownAs: ["Marketing Qualified Lead"] },
    { name: "Evaluation", knownAs: [] },
  ] as unknown as Stage[];
  expect(nameOfStage("marketing-qualified lead", stages)).toBe("MQL");
  expect(nameOfStage("evaluation", stages)).toBe("Evaluation");
  expect(nameOfStage("MarketingQualifiedLead", stages)).toBe("MQL");
  expect(nameOfStage("Évaluation", stages)).toBe("Evaluation");
  expect(nameOfStage("Presales", stages)).toBe("Presales");
});
