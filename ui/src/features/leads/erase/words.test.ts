import { describe, expect, it } from "vitest";
import type { LeadsHeld } from "@/bindings/LeadsHeld";
import { isTyped, sayBackups, sayDone, sayEdits, sayGoes } from "./words";

const HELD: LeadsHeld = {
  leads: 1,
  values: 1,
  events: 1_200,
  answers: 0,
  advocates: 0,
  deals: 2,
  texts: 1,
  mentions: [],
  edits: 0,
};

describe("what erasing takes", () => {
  it("is counted, and what is 0 is left unsaid", () => {
    expect(sayGoes(HELD)).toEqual([
      "1 value that files told of it, old ones too",
      "1,200 things it did",
      "Its address or id in 2 texts of deals, which stay",
      "Its address in 1 other imported text",
    ]);
  });

  it("names backups and edits where there are any", () => {
    expect([0, 1, 7].map(sayBackups)).toEqual([
      null,
      "1 backup is written anew without it",
      "7 backups are written anew without it",
    ]);
    expect([0, 1, 2].map(sayEdits)).toEqual([null, "1 edit in the history", "2 edits in the history"]);
  });

  it("says afterwards what was written anew", () => {
    const backups = { all: 3, rewritten: 2, heldBack: [] };
    expect(sayDone({ held: HELD, unswept: null, backups, aside: [] })[1]).toBe(
      "2 backups were written anew without it.",
    );
    expect(sayDone({ held: HELD, unswept: "The disk is full.", backups, aside: [] })).toHaveLength(2);
  });
});

it("takes the address in whatever letters", () => {
  const ada = { key: 1, name: "Ada", typed: "ada@x.example" };
  expect(isTyped(" Ada@X.example", ada)).toBe(true);
  expect(isTyped("ada@x", ada)).toBe(false);
});
