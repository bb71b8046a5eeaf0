import { describe, expect, it } from "vitest";
import type { Stage } from "@/bindings/Stage";
import { readBehind } from "@/parts/behind";
import { rowsBehind, type Shown } from "./rowsBehind";

const period = { from: "2026-01-01", to: "2026-03-31" };
const shown: Shown = { subjects: new Set(["send", "deal"]), period, filter: {}, journey: "j1" };
const mql = { id: "s1", kind: "lead", name: "MQL" } as Stage;

describe("the rows behind a figure", () => {
  it("are imported rows where there are any", () => {
    expect(rowsBehind("mailsSent", shown)).toMatchObject({ to: "/facts/send", search: {} });
    expect(rowsBehind("impressions", shown)).toBeUndefined();
  });

  it("are those that name the row of a table", () => {
    const row = { by: "campaign" as const, name: "Spring", stage: undefined };
    expect(rowsBehind("openRate", shown, row)).toMatchObject({ search: { text: "Spring" } });
    expect(rowsBehind("openRate", shown, { ...row, name: "" })).toBeUndefined();
  });

  it("are leads of the period, of the stage and what the page is filtered by", () => {
    const row = { by: "stage" as const, name: "MQL", stage: mql };
    const leads = rowsBehind("buyers", { ...shown, filter: { country: "DE" } }, row);
    expect(leads?.to).toBe("/leads");
    expect(leads?.search.journey).toBe("j1");
    expect(readBehind(leads?.search.behind)).toEqual({
      kpi: "buyers",
      period,
      stage: "s1",
      filter: { country: "DE" },
    });
  });

  it("are leads that have to do with the row of a table", () => {
    const row = { by: "channel" as const, name: "Paid", stage: undefined };
    const leads = rowsBehind("engagedLeads", shown, row);
    expect(readBehind(leads?.search.behind)?.filter).toEqual({ channel: "Paid" });
    expect(rowsBehind("engagedLeads", shown, { ...row, name: "" })).toBeUndefined();
  });

  it("are deals of every outcome", () => {
    expect(rowsBehind("winRate", shown)).toMatchObject({
      to: "/deals",
      search: { view: "table", outcome: "all" },
    });
    expect(rowsBehind("productionCost", shown)).toBeUndefined();
  });
});
