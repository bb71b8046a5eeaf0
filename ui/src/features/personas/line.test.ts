import { describe, expect, it } from "vitest";
import type { Cell } from "@/bindings/Cell";
import type { Finding } from "@/bindings/Finding";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { State } from "@/bindings/State";
import { phaseNotesOf, stationsOf } from "./line";

function cell(personaId: string, stageId: string, state: State, findings: Finding[] = []): Cell {
  return { personaId, stageId, state, findings } as unknown as Cell;
}

const map = {
  stages: [
    { id: "inq", name: "Inquiry" },
    { id: "mql", name: "MQL" },
    { id: "sal", name: "SAL" },
  ],
  cells: [
    cell("other", "inq", "empty"),
    cell("other", "mql", "empty"),
    cell("other", "sal", "empty"),
    cell("cfo", "inq", "covered", ["broken path"]),
    cell("cfo", "mql", "not applicable"),
    cell("cfo", "sal", "thin", ["one-way"]),
  ],
  phaseCells: [
    { personaId: "cfo", phase: "engage", findings: ["single format", "no outbound"] },
    { personaId: "cfo", phase: "nurture", findings: [] },
    { personaId: "other", phase: "engage", findings: ["no outbound"] },
  ],
} as unknown as CoverageMap;

describe("a persona's line through the stages", () => {
  it("breaks towards the next stage that applies", () => {
    const line = stationsOf(map, "cfo").map(({ stage, cell: { state }, brokenTo }) => [
      stage.name,
      state,
      brokenTo,
    ]);
    expect(line).toEqual([
      ["Inquiry", "covered", "SAL"],
      ["MQL", "not applicable", null],
      ["SAL", "thin", null],
    ]);
  });

  it("is empty for somebody who is not on the map", () => {
    expect(stationsOf(map, "nobody")).toEqual([]);
  });

  it("says in words what a phase lacks", () => {
    expect(phaseNotesOf(map, "cfo")).toEqual([
      { phase: "engage", text: "All in one format; nothing that is sent out." },
    ]);
  });
});
