import { describe, expect, it } from "vitest";
import { periodQuery, periodSearch } from "./periodSearch";

const NONE = { unit: undefined, from: undefined, to: undefined };

describe("the period of an address", () => {
  it("is kept as far as it is one", () => {
    expect(periodSearch({ unit: "month", from: "2026-07-01", to: "2026-07-31" })).toEqual({
      unit: "month",
      from: "2026-07-01",
      to: "2026-07-31",
    });
    expect(periodSearch({ unit: "quarter", from: "2026-07-01" })).toEqual(NONE);
    expect(periodSearch({ unit: "custom", from: "2026-09-01", to: "2026-07-31" })).toEqual(NONE);
    expect(periodSearch({ unit: "week", from: "soon", to: "2026-13-40" })).toEqual(NONE);
  });

  it("asks for the latest of a unit where no days are named", () => {
    expect(periodQuery({})).toEqual({});
    expect(periodQuery({ unit: "year" })).toEqual({ unit: "year" });
    expect(periodQuery({ unit: "custom", from: "2026-07-01", to: "2026-07-10" })).toEqual({
      period: { from: "2026-07-01", to: "2026-07-10" },
    });
  });
});
