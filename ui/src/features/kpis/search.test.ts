import { describe, expect, it } from "vitest";
import { filterOf, kpisSearch, queryOf } from "./search";

describe("the address of the figures", () => {
  it("keeps what it knows, and leaves out what is usual", () => {
    expect(kpisSearch({ family: "engagement", by: "asset", model: "linear", page: 3 })).toEqual({});
    expect(kpisSearch({ family: "return", by: "channel", kpi: "winRate", industry: "Retail" })).toEqual({
      family: "return",
      by: "channel",
      kpi: "winRate",
      industry: "Retail",
    });
    expect(kpisSearch({ family: "all", kpi: "none", country: "" })).toEqual({});
  });

  it("asks core for a family, a period, a filter and the journey on show", () => {
    expect(queryOf({}, undefined)).toEqual({ family: "engagement" });
    const search = kpisSearch({ unit: "month", from: "2026-07-01", to: "2026-07-31", persona: "p1" });
    expect(filterOf(search)).toEqual({ persona: "p1" });
    expect(queryOf(search, "j1")).toEqual({
      period: { from: "2026-07-01", to: "2026-07-31" },
      family: "engagement",
      journeyId: "j1",
      filter: { persona: "p1" },
    });
  });
});
