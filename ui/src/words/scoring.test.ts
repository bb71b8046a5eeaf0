import { describe, expect, it } from "vitest";
import { sayFieldRule, sayHalfLife, sayPoints, sayRepeat, sayScore } from "./scoring";

describe("scores in words", () => {
  it("says points with their sign and scores with one decimal at most", () => {
    expect(sayPoints(15)).toBe("+15");
    expect(sayPoints(-29.96)).toBe("−30");
    expect(sayScore(62.54)).toBe("62.5");
  });

  it("says how often a rule counts and how long points last", () => {
    expect(sayRepeat({ how: "perDay", times: 3 })).toBe("3 a day at most");
    expect(sayHalfLife(null)).toBe("stays");
    expect(sayHalfLife(1)).toBe("halves in 1 day");
  });

  it("names personas in rules about them", () => {
    const rule = { side: "person", field: "persona", test: "is", values: ["a"], points: 5 } as const;
    expect(sayFieldRule({ ...rule, values: ["a"] }, new Map([["a", "CFO"]]))).toBe("Persona is CFO");
  });
});
