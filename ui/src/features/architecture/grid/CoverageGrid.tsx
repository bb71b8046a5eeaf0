import { memo } from "react";
import type { Cell } from "@/bindings/Cell";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { MapColumn } from "@/bindings/MapColumn";
import type { MapRow } from "@/bindings/MapRow";
import { capital } from "@/words/text";
import { useDesk } from "../desk";
import type { CellMode } from "../face";
import { phasesOfRow } from "../phases";
import type { ArchitectureSearch } from "../search";
import { Corner, FootRow, MarginHead, PersonaHead, PhaseHead, RowScore, StageHead } from "./heads";
import { type GridDrops, MapGrid } from "./MapGrid";
import styles from "./MapGrid.module.css";
import { PhaseBox } from "./PhaseBox";
import { StageCell } from "./StageCell";
import { useShownMark } from "./shown";

export interface CoverageGridProps {
  map: CoverageMap;
  mode: CellMode;
  search: ArchitectureSearch;
  isDense: boolean;
  drops?: GridDrops;
}

/** The cell that an element of the grid stands for. */
export function cellOf(element: Element) {
  const stop = element.closest<HTMLElement>("[data-persona]");
  const { persona, stage } = stop?.dataset ?? {};
  return persona !== undefined && stage !== undefined ? { personaId: persona, stageId: stage } : null;
}

export function useGridKeys() {
  const desk = useDesk();
  const onOpen = (stop: HTMLElement, by: "key" | "pointer") => {
    const cell = cellOf(stop);
    if (by === "key" && stop.getAttribute("aria-selected") === "true") {
      desk.enterRail();
    } else if (cell) {
      desk.open(cell);
    } else if (stop.dataset.persona !== undefined) {
      desk.openPersona(stop.dataset.persona);
    }
  };
  const onKey = (stop: HTMLElement, key: string) => {
    const cell = cellOf(stop);
    const isPlace = key.toLowerCase() === "p" && cell !== null && desk.canEdit;
    if (isPlace) {
      desk.place({ cells: [cell] });
    }
    return isPlace;
  };
  return { onOpen, onKey };
}

interface StageRowProps {
  persona: MapRow;
  stages: readonly MapColumn[];
  cells: readonly Cell[];
  mode: CellMode;
  isSelected: boolean;
  selectedStage: string | undefined;
}

/** Whether the same would be drawn; the scores of the columns are none of a row's business. */
function isSameRow(before: StageRowProps, after: StageRowProps): boolean {
  return (
    before.persona === after.persona &&
    before.mode === after.mode &&
    before.isSelected === after.isSelected &&
    before.selectedStage === after.selectedStage &&
    before.stages.length === after.stages.length &&
    before.stages.every(
      ({ id, name }, at) => id === after.stages[at]?.id && name === after.stages[at]?.name,
    ) &&
    before.cells.every((cell, at) => cell === after.cells[at])
  );
}

const StageRow = memo(function StageRow(props: StageRowProps) {
  const { persona, stages, cells, mode, isSelected, selectedStage } = props;
  return (
    <>
      <PersonaHead persona={persona} isSelected={isSelected && selectedStage === undefined} />
      {cells.map((cell, at) => (
        <StageCell
          key={cell.stageId}
          cell={cell}
          mode={mode}
          persona={persona.name}
          stage={stages[at]?.name ?? ""}
          isSelected={isSelected && selectedStage === cell.stageId}
        />
      ))}
      <RowScore of={persona.name} score={persona.score} />
    </>
  );
}, isSameRow);

function stageRow({ map, mode, search }: CoverageGridProps, row: number) {
  const persona = map.personas[row];
  const width = map.stages.length;
  const isSelected = persona !== undefined && search.persona === persona.id;
  return persona === undefined ? null : (
    <StageRow
      persona={persona}
      stages={map.stages}
      cells={map.cells.slice(row * width, (row + 1) * width)}
      mode={mode}
      isSelected={isSelected}
      selectedStage={isSelected ? search.stage : undefined}
    />
  );
}

function phaseRow({ map, mode, search }: CoverageGridProps, row: number) {
  const persona = map.personas[row];
  if (persona === undefined) {
    return null;
  }
  const isSelected = search.persona === persona.id && search.stage === undefined;
  return (
    <>
      <PersonaHead persona={persona} isSelected={isSelected} />
      {phasesOfRow(map, row).map((view) => (
        <PhaseBox key={view.cell.phase} view={view} mode={mode} persona={persona.name} isSelected={false} />
      ))}
      <RowScore of={persona.name} score={persona.score} />
    </>
  );
}

interface HeadsProps {
  map: CoverageMap;
  isPhases: boolean;
  /** What the margin at the end holds. */
  margin?: string;
}

export function Heads({ map, isPhases, margin }: HeadsProps) {
  const names = new Map(map.stages.map(({ id, name }) => [id, name]));
  return (
    <div role="row" aria-rowindex={1} className={styles.headRow}>
      <Corner personas={map.personas.length} />
      {isPhases
        ? map.phases.map((phase) => (
            <PhaseHead
              key={phase.phase}
              phase={phase}
              stages={phase.stageIds.map((id) => names.get(id) ?? "")}
            />
          ))
        : map.stages.map((stage, at) => (
            <StageHead key={stage.id} stage={stage} isFirst={map.stages[at - 1]?.phase !== stage.phase} />
          ))}
      <MarginHead>{margin}</MarginHead>
    </div>
  );
}

/** The map: personas down, stages or phases across. */
export function CoverageGrid(props: CoverageGridProps) {
  const { map, search, isDense, drops } = props;
  useShownMark();
  const isPhases = search.zoom === "phases";
  const phases = map.phases.map(({ phase, score }) => ({ id: phase, name: capital(phase), score }));
  const columns = isPhases ? phases : map.stages;
  return (
    <MapGrid
      label="Coverage"
      columnCount={columns.length}
      minColumn={isPhases ? "9rem" : "5.5625rem"}
      isDense={isDense}
      heads={<Heads map={map} isPhases={isPhases} />}
      rows={{
        count: map.personas.length,
        keyOf: (row) => map.personas[row]?.id ?? "",
        cellsOf: (row) => (isPhases ? phaseRow(props, row) : stageRow(props, row)),
        selected: map.personas.findIndex(({ id }) => id === search.persona),
      }}
      foot={<FootRow columns={columns} total={map.score} at={map.personas.length + 2} />}
      {...useGridKeys()}
      {...(drops && !isPhases && { drops })}
    />
  );
}
