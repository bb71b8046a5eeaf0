import { expect, it } from "vitest";
import { findingOf, mayRetry, reasonOf, sayCounts, titleOf } from "./words";

it("says what is wrong with a file", () => {
  expect(titleOf("damaged")).toBe("This workspace is damaged");
  expect(titleOf("store")).toBe("This workspace could not be opened");
});

it("says why without the title again", () => {
  const damaged = { code: "damaged" as const, message: "This workspace is damaged: 3 pages are torn." };
  expect(reasonOf(damaged)).toMatch(/^Part of the file cannot be read/u);
  expect(findingOf(damaged)).toBe("3 pages are torn.");
  expect(findingOf({ code: "newer", message: "Update." })).toBeNull();
  expect(reasonOf({ code: "newer", message: "Update." })).toBe("Update.");
});

it("offers another try only where that can help", () => {
  expect([mayRetry("damaged"), mayRetry("not_a_workspace")]).toEqual([true, false]);
});

it("counts what was kept", () => {
  const counts = [
    { kind: "asset" as const, rows: 12 },
    { kind: "persona" as const, rows: 1 },
    { kind: "trigger" as const, rows: 0 },
  ];
  expect(sayCounts(counts)).toBe("12 assets, 1 persona");
});
