import { describe, expect, it } from "vitest";
import type { Need } from "@/bindings/Need";
import { stagesSearch } from "./search";
import { isFiltered, isWanted } from "./wanted";

const NEED = {
  id: "n",
  stageId: "s",
  personaId: "cfo",
  kind: "objection",
  text: "Too dear",
  importance: "must",
  authorId: "kim",
  answerIds: [],
  declined: null,
} as unknown as Need;

describe("a filter of needs", () => {
  it("lets through what is so in every respect", () => {
    expect(isWanted(NEED, "open", {})).toBe(true);
    expect(isWanted(NEED, "open", { kind: "objection", importance: "must", author: "kim" })).toBe(true);
    expect(isWanted(NEED, "open", { kind: "objection", importance: "nice" })).toBe(false);
    expect(isWanted(NEED, "open", { status: "answered" })).toBe(false);
    expect(isWanted(NEED, null, { status: "open" })).toBe(false);
    expect(isWanted(NEED, "open", { author: "okafor" })).toBe(false);
  });

  it("takes a need of all for one of every persona", () => {
    expect(isWanted(NEED, "open", { persona: "ciso" })).toBe(false);
    expect(isWanted({ ...NEED, personaId: null }, "open", { persona: "ciso" })).toBe(true);
  });
});

describe("the address of stages and needs", () => {
  it("keeps what is ours and well formed", () => {
    const given = { kind: "objection", status: "lost", author: "", way: "dialogue", persona: "cfo", x: 1 };
    expect(stagesSearch(given)).toEqual({ kind: "objection", way: "dialogue", persona: "cfo" });
    expect(stagesSearch({ need: "n", stage: "s" })).toEqual({ need: "n" });
  });

  it("is filtered by needs alone, not by what is in the rail", () => {
    expect(isFiltered({})).toBe(false);
    expect(isFiltered(stagesSearch({ need: "n", way: "dialogue" }))).toBe(false);
    expect(isFiltered({ author: "kim" })).toBe(true);
  });
});
