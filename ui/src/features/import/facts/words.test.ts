import { describe, expect, it } from "vitest";
import type { FactsImported } from "@/bindings/FactsImported";
import { countsOf, sayTaken } from "./words";

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
  erased: 0,
  asOf: null,
  notes: [],
};

describe("after an import of leads", () => {
  it("says what became of it", () => {
    expect(sayTaken({ ...NONE, read: 9, added: 5, updated: 2, events: 8 })).toBe("5 leads added");
    expect(sayTaken({ ...NONE, updated: 2 })).toBe("2 rows told more of known leads");
    expect(sayTaken({ ...NONE, unchanged: 9 })).toBe("Nothing changed: all of it was here already.");
    expect(sayTaken(NONE)).toBe("Nothing was imported.");
  });

  it("says it of every kind", () => {
    expect(sayTaken({ ...NONE, kind: "deals", added: 1_200, updated: 3 })).toBe(
      "1,200 deals added, 3 updated",
    );
    expect(sayTaken({ ...NONE, kind: "events", added: 4, updated: 9, events: 31 })).toBe("31 events added");
    expect(sayTaken({ ...NONE, kind: "moves", events: 1 })).toBe("1 stage move added");
    expect(sayTaken({ ...NONE, kind: "moves", updated: 2 })).toBe("2 rows told more of known leads or deals");
    expect(sayTaken({ ...NONE, kind: "channelDays", added: 2 })).toBe("2 channel counts added");
  });

  it("counts moves of deals, and whom events are first heard of", () => {
    const texts = (part: Partial<FactsImported>) => countsOf({ ...NONE, ...part }).map(({ text }) => text);
    expect(texts({ kind: "deals", added: 2, events: 5 })).toEqual(["2 deals added", "5 stage moves"]);
    expect(texts({ kind: "events", added: 1, updated: 3, events: 5 })).toEqual([
      "1 lead first heard of here",
      "3 rows about known leads",
      "5 events",
    ]);
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
