import { expect, it } from "vitest";
import { historySearch, startOf } from "./search";

it("takes from the address only what it knows", () => {
  expect(historySearch({ kind: "asset", since: "ever", text: "", member: "m", other: 1 })).toEqual({
    kind: "asset",
    member: "m",
  });
});

it("begins at midnight, today counted in", () => {
  const now = new Date(2026, 8, 3, 15, 30);
  expect(startOf("today", now)).toBe(new Date(2026, 8, 3).getTime());
  expect(startOf("week", now)).toBe(new Date(2026, 7, 28).getTime());
  expect(startOf("month", now)).toBe(new Date(2026, 7, 5).getTime());
});
