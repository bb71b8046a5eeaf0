import { describe, expect, it } from "vitest";
import type { KpiRow } from "@/bindings/KpiRow";
import { groupsOf, growthOf, nextOrder, sorted } from "./tables";

const row = (name: string, value: number | null): KpiRow => ({
  name,
  values: [{ value, numerator: null, denominator: null, n: 1, tooFew: false }],
  before: [null],
});

describe("tables of figures", () => {
  it("group columns of one figure that are told by stage", () => {
    const columns = [
      { id: "downloads" as const },
      { id: "stageElasticity" as const, stageId: "a" },
      { id: "stageElasticity" as const, stageId: "b" },
      { id: "downloadToStage" as const, stageId: "a" },
    ];
    expect(groupsOf(columns)).toEqual([
      { id: "downloads", span: 1, isByStage: false },
      { id: "stageElasticity", span: 2, isByStage: true },
      { id: "downloadToStage", span: 1, isByStage: true },
    ]);
  });

  it("sort figures from the largest, names from A, and what is not known last either way", () => {
    const rows = [row("B", 1), row("A", null), row("C", 3)];
    const names = (order: Parameters<typeof sorted>[1]) => sorted(rows, order).map(({ name }) => name);
    expect(names(null)).toEqual(["B", "A", "C"]);
    const first = nextOrder(null, 0);
    expect(names(first)).toEqual(["C", "B", "A"]);
    expect(names(nextOrder(first, 0))).toEqual(["B", "C", "A"]);
    expect(names(nextOrder(first, -1))).toEqual(["A", "B", "C"]);
  });

  it("know no growth from nothing", () => {
    expect(growthOf(150, 100)).toBe(0.5);
    expect([growthOf(1, 0), growthOf(null, 1), growthOf(1, null)]).toEqual([null, null, null]);
  });
});
