// A persona's way through the stages, read from its row of the map.
import type { Cell } from "@/bindings/Cell";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { MapColumn } from "@/bindings/MapColumn";
import type { Phase } from "@/bindings/Phase";
import { PHASE_FINDING_WORDS } from "@/words/coverage";
import { capital } from "@/words/text";

export interface Station {
  stage: MapColumn;
  cell: Cell;
  /** The name of the stage to which no step leads on, where one should. */
  brokenTo: string | null;
}

export function stationsOf(map: CoverageMap, personaId: string): readonly Station[] {
  const cells = map.cells.filter((cell) => cell.personaId === personaId);
  return map.stages.flatMap((stage, at) => {
    const cell = cells[at];
    if (cell === undefined) {
      return [];
    }
    const next = map.stages.find((_, after) => after > at && cells[after]?.state !== "not applicable");
    const isBroken = cell.findings.includes("broken path") && next !== undefined;
    return [{ stage, cell, brokenTo: isBroken ? next.name : null }];
  });
}

export interface PhaseNote {
  phase: Phase;
  text: string;
}

/** What is missing phase by phase, in one line each. */
export function phaseNotesOf(map: CoverageMap, personaId: string): readonly PhaseNote[] {
  return map.phaseCells
    .filter((cell) => cell.personaId === personaId && cell.findings.length > 0)
    .map(({ phase, findings }) => ({
      phase,
      text: `${capital(findings.map((finding) => PHASE_FINDING_WORDS[finding]).join("; "))}.`,
    }));
}
