import { describe, expect, it } from "vitest";
import { chosenDimensions, consumptionSearch, dimensionsOf } from "./search";

describe("the address of the consumption gap", () => {
  it("keeps two dimensions at most, in the order in which they were chosen", () => {
    expect(dimensionsOf({})).toEqual(["industry"]);
    expect(dimensionsOf(consumptionSearch({ by: "level,industry,month" }))).toEqual(["level", "industry"]);
    expect(dimensionsOf(consumptionSearch({ by: "nothing" }))).toEqual(["industry"]);
    expect(chosenDimensions(["level"], ["level", "industry"])).toEqual(["level", "industry"]);
    expect(chosenDimensions(["level", "industry"], ["level", "industry", "month"])).toEqual([
      "industry",
      "month",
    ]);
    expect(chosenDimensions(["level"], [])).toEqual(["level"]);
  });

  it("takes only segments that fit the dimensions, four at most", () => {
    const drawn = [["VP"], ["VP", "Food"], 7, [3], ["A"], ["B"], ["C"], ["D"]];
    expect(consumptionSearch({ by: "level", drawn }).drawn).toEqual([["VP"], ["A"], ["B"], ["C"]]);
    expect(consumptionSearch({ by: "level", drawn: "VP" })).toEqual({ by: "level" });
  });
});
