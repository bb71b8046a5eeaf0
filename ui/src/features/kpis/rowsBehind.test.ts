import { describe, expect, it } from "vitest";
import type { Stage } from "@/bindings/Stage";
import { rowsBehind, type Shown } from "./rowsBehind";

const shown: Shown = { subjects: new Set(["send", "deal"]), isNow: true, journey: "j1" };
const mql = { id: "s1", kind: "lead", name: "MQL" } as Stage;

describe("the rows behind a figure", () => {
  it("are imported rows where there are any", () => {
    expect(rowsBehind("mailsSent", shown)).toMatchObject({ to: "/facts/send", search: {} });
    expect(rowsBehind("impressions", shown)).toBeUndefined();
    expect(rowsBehind("newLeads", shown)).toBeUndefined();
  });

  it("are those that name the row of a table", () => {
    const row = { by: "campaign" as const, name: "Spring", stage: undefined };
    expect(rowsBehind("openRate", shown, row)).toMatchObject({ search: { text: "Spring" } });
    expect(rowsBehind("openRate", shown, { ...row, name: "" })).toBeUndefined();
  });

  it("are leads at a stage where the period is the latest and all are counted", () => {
    const row = { by: "stage" as const, name: "MQL", stage: mql };
    expect(rowsBehind("buyers", shown, row)).toEqual({
      label: "Show the leads",
      to: "/leads",
      search: { stage: "s1", journey: "j1" },
    });
    expect(rowsBehind("buyers", { ...shown, isNow: false }, row)).toBeUndefined();
    expect(rowsBehind("buyers", shown)).toBeUndefined();
  });
});
