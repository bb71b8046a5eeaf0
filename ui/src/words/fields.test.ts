import { expect, it } from "vitest";
import { sayField } from "./fields";

it("names a field, and takes apart what it does not know", () => {
  expect(sayField("exitCriterion")).toBe("Exit criterion");
  expect(sayField("retiredOn")).toBe("Retired on");
});
