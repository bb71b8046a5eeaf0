import { describe, expect, it } from "vitest";
import { funnelSearch, queryOf } from "./search";

describe("the address of the funnel", () => {
  it("keeps what it knows and drops the rest", () => {
    expect(funnelSearch({ cohort: "month", by: "persona", page: 2 })).toEqual({
      cohort: "month",
      by: "persona",
    });
    expect(funnelSearch({ tells: "entered" })).toEqual({ tells: "entered" });
    expect(funnelSearch({ cohort: "week", by: 3, tells: "all" })).toEqual({});
  });

  it("asks for quarters by channel unless told, and for the journey on show", () => {
    expect(queryOf({}, undefined)).toEqual({ cohort: "quarter", by: "channel" });
    expect(queryOf({ cohort: "year" }, "j1")).toEqual({ cohort: "year", by: "channel", journey: "j1" });
  });
});
