import { describe, expect, it } from "vitest";
import { sayField, sayValue } from "./fieldWords";

describe("a change in words", () => {
  it("names fields and values as people do", () => {
    expect(sayField("reviewedOn")).toBe("last reviewed");
    expect(sayField("title")).toBe("title");
    expect(sayValue("f1", { f1: "Case study" })).toBe("Case study");
    expect(sayValue(["cost", "risk"], {})).toBe("cost, risk");
    expect(sayValue(true, {})).toBe("yes");
  });

  it("says nothing where there is nothing", () => {
    expect(sayValue("", {})).toBe("nothing");
    expect(sayValue([], {})).toBe("nothing");
    expect(sayValue({ text: "", url: "", assetId: null }, {})).toBe("nothing");
    expect(sayValue({ text: "", url: "", assetId: "a1" }, { a1: "ROI model" })).toBe("ROI model");
  });
});
