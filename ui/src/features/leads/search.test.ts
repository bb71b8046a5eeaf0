import { describe, expect, it } from "vitest";
import { countFilters, leadsSearch, queryOf, readSort, writeSort } from "./search";

describe("the address of the leads", () => {
  it("keeps what it knows and drops the rest", () => {
    expect(leadsSearch({ text: "fair", persona: "none", sort: "-requests", page: 2 })).toEqual({
      text: "fair",
      persona: "none",
      sort: "-requests",
    });
    expect(leadsSearch({ text: "", persona: 3, sort: "secret" })).toEqual({});
    expect(countFilters({ sort: "name" })).toBe(0);
    expect(countFilters({ persona: "none", group: "awake" })).toBe(2);
  });

  it("leaves the usual order out", () => {
    expect(readSort(undefined)).toEqual({ column: "activity", isDescending: true });
    expect(writeSort({ column: "activity", isDescending: true })).toBeUndefined();
    expect(writeSort({ column: "activity", isDescending: false })).toBe("activity");
    expect(writeSort(readSort("-company"))).toBe("-company");
  });

  it("asks in the order of core: figures from the largest, texts from A", () => {
    expect(queryOf({})).toEqual({ sort: "activity", reversed: false });
    expect(queryOf({ sort: "requests" })).toEqual({ sort: "requests", reversed: true });
    expect(queryOf({ sort: "name" })).toEqual({ sort: "name", reversed: false });
    expect(queryOf({ sort: "-name", persona: "none", text: "x" })).toEqual({
      sort: "name",
      reversed: true,
      text: "x",
      withoutPersona: true,
    });
    expect(queryOf({ stages: "differ" })).toEqual({
      sort: "activity",
      reversed: false,
      stagesDiffer: true,
    });
    expect(leadsSearch({ stages: "differ" })).toEqual({ stages: "differ" });
    expect(leadsSearch({ stages: "same" })).toEqual({});
    expect(countFilters({ stages: "differ" })).toBe(1);
    const inFunnel = leadsSearch({ group: "awake", stage: "s1" });
    expect(queryOf(inFunnel, "j1")).toEqual({
      sort: "activity",
      reversed: false,
      group: "awake",
      journey: "j1",
      stage: "s1",
    });
    expect(queryOf({ stage: "s1" }, "j1")).not.toHaveProperty("journey");
    expect(leadsSearch({ group: "gone" })).toEqual({});
    expect(queryOf({ persona: "p1" })).toEqual({ sort: "activity", reversed: false, persona: "p1" });
  });
});
