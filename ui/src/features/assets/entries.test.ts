import { describe, expect, it } from "vitest";
import { lineAt, linesOf, rowsOn } from "./entries";

const GROUPS = [
  { label: "idea", count: 2 },
  { label: "planned", count: 3 },
  { label: "published", count: 1 },
];

describe("lines of a grouped list", () => {
  it("are the rows where there are no groups", () => {
    const lines = linesOf(5, [], new Set());
    expect(lines.count).toBe(5);
    expect(lineAt(lines, 3)).toBe(3);
  });

  it("put each group before its rows", () => {
    const lines = linesOf(6, GROUPS, new Set());
    expect(lines.count).toBe(9);
    const written = Array.from({ length: 9 }, (_, line) => {
      const at = lineAt(lines, line);
      return typeof at === "number" ? at : at.label;
    });
    expect(written).toEqual(["idea", 0, 1, "planned", 2, 3, 4, "published", 5]);
  });

  it("leave the rows of closed groups out", () => {
    const lines = linesOf(6, GROUPS, new Set(["planned"]));
    expect(lines.count).toBe(6);
    expect(rowsOn(lines, 0, 100)).toEqual([0, 1, 5]);
    expect(rowsOn(lines, 3, 4)).toEqual([]);
  });
});
