// The rows of the pipeline: a persona's cells, and the sums.
import type { Cell } from "@/bindings/Cell";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { Pipeline } from "@/bindings/Pipeline";
import type { State } from "@/bindings/State";
import { classes } from "@/components/classes";
import { sayShortMoney } from "@/words/money";
import cellStyles from "../grid/cells.module.css";
import { PersonaHead } from "../grid/heads";
import styles from "../grid/MapGrid.module.css";
import { FaceBox } from "../grid/StageCell";
import type { ArchitectureSearch } from "../search";
import type { PipelineColumn } from "./columns";
import { sumOf, waitingFace } from "./faces";
import own from "./Pipeline.module.css";

interface CellProps {
  pipeline: Pipeline;
  column: PipelineColumn;
  persona: CoverageMap["personas"][number];
  cells: readonly Cell[];
  money: readonly Pipeline["cells"][number][];
  isSelected: boolean;
}

/** A phase is a gap where one of its stages is: it looks like that at which most waits. */
function stateOf(cells: readonly Cell[], money: CellProps["money"]): State {
  const open = cells.map((cell, at) => ({ state: cell.state, money: money[at]?.money ?? 0 }));
  const gaps = open.filter(({ state }) => state !== "covered" && state !== "not applicable");
  const most = gaps.sort((a, b) => b.money - a.money)[0];
  return most?.state ?? (open.some(({ state }) => state === "covered") ? "covered" : "not applicable");
}

function WaitingCell({ pipeline, column, persona, cells, money, isSelected }: CellProps) {
  const part = money.reduce((sum, cell) => sum + cell.part, 0);
  const waiting = { state: stateOf(cells, money), money: sumOf(money), part: Math.min(part, 1) };
  const face = waitingFace(waiting, pipeline.currency);
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      data-stop
      data-persona={persona.id}
      {...(column.isPhase ? { "data-phase": column.id } : { "data-stage": column.id })}
      data-look={face.look}
      aria-selected={isSelected}
      className={cellStyles.cell}
    >
      <span className="visually-hidden">
        {`${persona.name} ${column.isPhase ? "in" : "at"} ${column.name}: ${face.label}`}
      </span>
      <FaceBox face={face} isWorded />
    </div>
  );
}

interface RowProps {
  map: CoverageMap;
  pipeline: Pipeline;
  columns: readonly PipelineColumn[];
  row: number;
  search: ArchitectureSearch;
}

export function PipelineRow({ map, pipeline, columns, row, search }: RowProps) {
  const persona = map.personas[row];
  if (persona === undefined) {
    return null;
  }
  const width = map.stages.length;
  const isHere = search.persona === persona.id;
  const at = <T,>(all: readonly T[], places: readonly number[]) =>
    places.flatMap((place) => all[row * width + place] ?? []);
  const sum = pipeline.personas[row] ?? 0;
  return (
    <>
      <PersonaHead persona={persona} isSelected={isHere && search.stage === undefined} />
      {columns.map((column) => (
        <WaitingCell
          key={column.id}
          pipeline={pipeline}
          column={column}
          persona={persona}
          cells={at(map.cells, column.stages)}
          money={at(pipeline.cells, column.stages)}
          isSelected={isHere && search.stage === column.id}
        />
      ))}
      <div role="gridcell" className={classes(styles.margin, own.sum)}>
        <span className="visually-hidden">{`${persona.name} in all: `}</span>
        {sayShortMoney({ minor: sum, currency: pipeline.currency })}
      </div>
    </>
  );
}

interface SumsProps {
  pipeline: Pipeline;
  columns: readonly PipelineColumn[];
  /** Its row among all, from 1. */
  at: number;
}

/** What waits in each column, and in all of them. */
export function SumsRow({ pipeline, columns, at }: SumsProps) {
  const say = (minor: number) => (minor === 0 ? "–" : sayShortMoney({ minor, currency: pipeline.currency }));
  return (
    <div role="row" aria-rowindex={at} className={styles.footRow}>
      <div role="rowheader" className={classes(styles.head, styles.bars)}>
        Waits
      </div>
      {columns.map(({ id, name, stages }) => (
        <div key={id} role="gridcell" className={classes(styles.footCell, own.sum)}>
          <span className="visually-hidden">{`${name}: `}</span>
          {say(stages.reduce((sum, stage) => sum + (pipeline.stages[stage]?.sum ?? 0), 0))}
        </div>
      ))}
      <div role="gridcell" className={classes(styles.margin, own.total)}>
        <span className="visually-hidden">In all: </span>
        {say(pipeline.total)}
      </div>
    </div>
  );
}
