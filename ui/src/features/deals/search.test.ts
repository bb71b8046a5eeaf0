import { describe, expect, it } from "vitest";
import { countFilters, dealsSearch, queryAt, queryOf, readSort, writeSort } from "./search";

describe("the address of the deals", () => {
  it("keeps what it knows and drops the rest", () => {
    expect(
      dealsSearch({ view: "table", text: "acme", outcome: "all", lead: "7", sort: "-name", page: 2 }),
    ).toEqual({
      view: "table",
      text: "acme",
      outcome: "all",
      lead: 7,
      sort: "-name",
    });
    expect(
      dealsSearch({ view: "map", text: "", age: "old", lead: -1, outcome: "gone", sort: "secret" }),
    ).toEqual({});
    expect(countFilters({ view: "table", sort: "name" })).toBe(0);
    expect(countFilters({ age: "past", lead: 0 })).toBe(2);
  });

  it("leaves the usual order out", () => {
    expect(readSort(undefined)).toEqual({ column: "days", isDescending: true });
    expect(writeSort({ column: "days", isDescending: true })).toBeUndefined();
    expect(writeSort(readSort("-missing"))).toBe("-missing");
  });

  it("asks for open deals unless told, in the order of core", () => {
    expect(queryOf({})).toEqual({ sort: "days", reversed: false, outcome: "open" });
    expect(queryOf({ outcome: "all", sort: "value" }, "j")).toEqual({
      sort: "value",
      reversed: true,
      journey: "j",
    });
    expect(queryOf({ stage: "none", age: "past", sort: "close" })).toEqual({
      sort: "close",
      reversed: false,
      outcome: "open",
      pastLine: true,
      withoutStage: true,
    });
    expect(queryAt({ outcome: "won", stage: "b", text: "x" }, "a")).toEqual({
      sort: "days",
      reversed: false,
      outcome: "open",
      text: "x",
      stage: "a",
    });
    expect(queryAt({}, null)).toMatchObject({ withoutStage: true });
  });
});
