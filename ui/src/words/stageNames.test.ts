import { expect, it } from "vitest";
import type { Stage } from "@/bindings/Stage";
import { stageNamed } from "./stageNames";

it("calls stages as they are called here", () => {
  const stages = [
    { name: "MQL", knownAs: ["Marketing Qualified Lead"] },
    { name: "Evaluation", knownAs: [] },
  ] as unknown as Stage[];
  const said = (theirs: string) => stageNamed(theirs, stages);
  expect(said("marketing-qualified lead")).toEqual({ name: "MQL", theirs: "marketing-qualified lead" });
  expect(said("MarketingQualifiedLead").name).toBe("MQL");
  expect(said("évaluation")).toEqual({ name: "Evaluation", theirs: null });
  expect(said("Presales")).toEqual({ name: "Presales", theirs: null });
});
