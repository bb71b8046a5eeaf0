import { describe, expect, it } from "vitest";
import { sayRule } from "./rules";

const names = { personas: new Map([["cfo", "CFO"]]), members: new Map([["kim", "A. Kim"]]) };
const rule = { personaIds: [], accounts: [], countries: [], ownerId: "kim" };

describe("a routing rule", () => {
  it("is said as whose leads go to whom", () => {
    expect(sayRule(rule, names)).toBe("everybody → A. Kim");
    expect(
      sayRule(
        { ...rule, personaIds: ["cfo"], accounts: ["Fabrikam"], countries: ["Germany", "France"] },
        names,
      ),
    ).toBe("CFO at Fabrikam in Germany, France → A. Kim");
    expect(sayRule({ ...rule, personaIds: ["x"], ownerId: "y" }, names)).toBe(
      "a persona that is gone → nobody",
    );
  });
});
