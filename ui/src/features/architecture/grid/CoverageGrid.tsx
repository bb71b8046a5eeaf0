import type { RefObject } from "react";
import type { Map as CoverageMap } from "@/bindings/Map";
import { capital } from "@/words/text";
import { useDesk } from "../desk";
import type { CellMode } from "../face";
import { phasesOfRow } from "../phases";
import type { ArchitectureSearch } from "../search";
import { Corner, FootRow, PersonaHead, PhaseHead, RowScore, ScoreHead, StageHead } from "./heads";
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
  ref: RefObject<HTMLDivElement | null>;
}

/** The cell that an element of the grid stands for. */
export function cellOf(element: Element) {
  const stop = element.closest<HTMLElement>("[data-persona]");
  const { persona, stage } = stop?.dataset ?? {};
  return persona !== undefined && stage !== undefined ? { personaId: persona, stageId: stage } : null;
}

function useGridKeys() {
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

function StageRows({ map, mode, search }: CoverageGridProps) {
  const width = map.stages.length;
  return map.personas.map((persona, row) => (
    <div key={persona.id} role="row" className={styles.row}>
      <PersonaHead
        persona={persona}
        isSelected={search.persona === persona.id && search.stage === undefined}
      />
      {map.stages.map((stage, column) => {
        const cell = map.cells[row * width + column];
        return cell === undefined ? null : (
          <StageCell
            key={stage.id}
            cell={cell}
            mode={mode}
            persona={persona.name}
            stage={stage.name}
            isSelected={search.persona === persona.id && search.stage === stage.id}
          />
        );
      })}
      <RowScore of={persona.name} score={persona.score} />
    </div>
  ));
}

function PhaseRows({ map, mode, search }: CoverageGridProps) {
  return map.personas.map((persona, row) => {
    const isSelected = search.persona === persona.id && search.stage === undefined;
    return (
      <div key={persona.id} role="row" className={styles.row}>
        <PersonaHead persona={persona} isSelected={isSelected} />
        {phasesOfRow(map, row).map((view) => (
          <PhaseBox key={view.cell.phase} view={view} mode={mode} persona={persona.name} isSelected={false} />
        ))}
        <RowScore of={persona.name} score={persona.score} />
      </div>
    );
  });
}

function Heads({ map, isPhases }: { map: CoverageMap; isPhases: boolean }) {
  const names = new Map(map.stages.map(({ id, name }) => [id, name]));
  return (
    <div role="row" className={styles.headRow}>
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
      <ScoreHead />
    </div>
  );
}

/** The map: personas down, stages or phases across. */
export function CoverageGrid(props: CoverageGridProps) {
  const { map, search, isDense, drops, ref } = props;
  useShownMark();
  const isPhases = search.zoom === "phases";
  const phases = map.phases.map(({ phase, score }) => ({ id: phase, name: capital(phase), score }));
  const columns = isPhases ? phases : map.stages;
  return (
    <MapGrid
      label="Coverage"
      rowCount={map.personas.length + 2}
      columnCount={columns.length}
      minColumn={isPhases ? "9rem" : "5.5625rem"}
      isDense={isDense}
      ref={ref}
      {...useGridKeys()}
      {...(drops && !isPhases && { drops })}
    >
      <Heads map={map} isPhases={isPhases} />
      {isPhases ? <PhaseRows {...props} /> : <StageRows {...props} />}
      <FootRow columns={columns} total={map.score} />
    </MapGrid>
  );
}
