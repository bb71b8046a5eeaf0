// Zoomed out: the cells of a phase taken together.
import type { Cell } from "@/bindings/Cell";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { PhaseCell } from "@/bindings/PhaseCell";
import type { Counted } from "./face";

function sum(cells: readonly Cell[], of: (cell: Cell) => number): number {
  return cells.reduce((total, cell) => total + of(cell), 0);
}

function leastOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** The applicable cells of a persona in a phase as if they were one. */
export function together(cells: readonly Cell[]): Counted {
  const counted = cells.filter(({ state }) => state !== "not applicable");
  const each = (of: (cell: Cell) => number) => sum(counted, of);
  return {
    // The state of a phase is the strip of its stages; here it only says whether anything applies.
    state: counted.length === 0 ? "not applicable" : "covered",
    credit: 0,
    placements: each((cell) => cell.placements),
    published: each((cell) => cell.published),
    live: each((cell) => cell.live),
    liveYes: each((cell) => cell.liveYes),
    stale: each((cell) => cell.stale),
    verdicts: {
      yes: each(({ verdicts }) => verdicts.yes),
      partly: each(({ verdicts }) => verdicts.partly),
      no: each(({ verdicts }) => verdicts.no),
      unchecked: each(({ verdicts }) => verdicts.unchecked),
      disagreements: each(({ verdicts }) => verdicts.disagreements),
    },
    renewedOn: null,
    daysSinceRenewed: leastOf(counted.map(({ daysSinceRenewed }) => daysSinceRenewed)),
    needs: {
      answered: each(({ needs }) => needs.answered),
      planned: each(({ needs }) => needs.planned),
      declined: each(({ needs }) => needs.declined),
      open: each(({ needs }) => needs.open),
      openMust: each(({ needs }) => needs.openMust),
    },
    findings: [...new Set(counted.flatMap(({ findings }) => findings))],
  };
}

export interface PhaseView {
  cell: PhaseCell;
  counted: Counted;
  stages: readonly string[];
}

/** The phases of one row, each with its stages' names and what they amount to together. */
export function phasesOfRow(map: CoverageMap, row: number): PhaseView[] {
  const width = map.stages.length;
  const cells = map.cells.slice(row * width, (row + 1) * width);
  return map.phases.flatMap((phase, at) => {
    const cell = map.phaseCells[row * map.phases.length + at];
    const within = map.stages.map(({ id }) => phase.stageIds.includes(id));
    return cell === undefined
      ? []
      : [
          {
            cell,
            counted: together(cells.filter((_, column) => within[column])),
            stages: map.stages.filter((_, column) => within[column]).map(({ name }) => name),
          },
        ];
  });
}
