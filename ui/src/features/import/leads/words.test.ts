import { describe, expect, it } from "vitest";
import type { FactsImported } from "@/bindings/FactsImported";
import { countsOf, sayHeld, sayTaken } from "./words";

const NONE: FactsImported = {
  kind: "leads",
  read: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  rejected: [],
  rejectedCount: 0,
  events: 0,
  anonymous: 0,
  asOf: null,
  notes: [],
};

it("says what a file holds by its columns", () => {
  expect(sayHeld({})).toBe("As it is mapped now, nothing of it is read.");
  expect(sayHeld({ email: "Mail" })).toBe("Leads, without anything they did.");
  expect(sayHeld({ email: "Mail", requested: "When" })).toBe("Leads, and what they requested.");
  expect(sayHeld({ requested: "When", opened: "Then" })).toBe(
    "Leads, what they requested and when they opened it.",
  );
});

describe("after an import of leads", () => {
  it("says what became of it", () => {
    expect(sayTaken({ ...NONE, read: 9, added: 5, updated: 2, events: 8 })).toBe("5 leads added");
    expect(sayTaken({ ...NONE, updated: 2 })).toBe("2 rows told more of known leads");
    expect(sayTaken({ ...NONE, unchanged: 9 })).toBe("Nothing changed: all of it was here already.");
    expect(sayTaken(NONE)).toBe("Nothing was imported.");
  });

  it("counts what there is, and leaves unsaid what there is not", () => {
    const counted = countsOf({ ...NONE, read: 7, added: 5, updated: 1, events: 8, rejectedCount: 1 });
    expect(counted.map(({ text }) => text)).toEqual([
      "7 rows read",
      "5 leads added",
      "1 row about a known lead",
      "8 events",
      "1 not read",
    ]);
  });
});
