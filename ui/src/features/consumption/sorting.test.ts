import { describe, expect, it } from "vitest";
import type { GapRow } from "@/bindings/GapRow";
import type { Quantile } from "@/bindings/Quantile";
import { readSort, sorted, writeSort } from "./sorting";

const row = (name: string, n: number, medianHours: Quantile, mean: number | null): GapRow => ({
  segment: [name],
  n,
  opened: 0,
  openedShare: 0,
  within24h: null,
  meanHours: mean,
  medianHours,
  p90Hours: { kind: "noData" },
  recommendedWaitHours: null,
  tooFew: n < 30,
  histogram: [],
  curve: [],
});

const ROWS = [
  row("VP", 40, { kind: "reached", hours: 30 }, 12),
  row("", 12, { kind: "notReached" }, null),
  row("Owner", 90, { kind: "noData" }, 3.5),
  row("Analyst", 7, { kind: "reached", hours: 2.5 }, 80),
];

const names = (sort: string) => sorted(ROWS, readSort(sort)).map(({ segment }) => segment[0]);

describe("segments in order", () => {
  it("come by requests, the most first, unless the address says otherwise", () => {
    expect(names("")).toEqual(["Owner", "VP", "", "Analyst"]);
    expect(names("gone")).toEqual(names(""));
    expect(writeSort(readSort("-mean"))).toBe("-mean");
  });

  it("have what has no number last, and not reached after all that is", () => {
    expect(names("median")).toEqual(["Analyst", "VP", "", "Owner"]);
    expect(names("-median")).toEqual(["", "VP", "Analyst", "Owner"]);
    expect(names("mean")).toEqual(["Owner", "VP", "Analyst", ""]);
    expect(names("-mean")).toEqual(["Analyst", "VP", "Owner", ""]);
    expect(names("part0")).toEqual(["Analyst", "Owner", "VP", ""]);
  });
});
