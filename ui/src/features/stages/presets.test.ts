import { describe, expect, it } from "vitest";
import { freeName } from "./presets";

describe("the name of a journey from a preset", () => {
  it("is the preset's where that is free", () => {
    expect(freeName("Retention", ["New business"])).toBe("Retention");
  });

  it("takes the first number that is free, whatever the case", () => {
    expect(freeName("New business", ["new Business", "New business 2"])).toBe("New business 3");
  });
});
