import { memo } from "react";
import type { Cell } from "@/bindings/Cell";
import { Sign } from "@/components/Sign";
import { stateBackground, stateForeground } from "@/style/states";
import { type CellMode, type Face, faceOf } from "../face";
import styles from "./cells.module.css";

export interface StageCellProps {
  cell: Cell;
  mode: CellMode;
  persona: string;
  stage: string;
  isSelected: boolean;
}

export function FaceBox({ face, isWorded = false }: { face: Face; isWorded?: boolean }) {
  const { look, sign, word, count, flags, note, tallies, part = 0 } = face;
  return (
    <div
      aria-hidden
      className={styles.box}
      data-worded={isWorded || undefined}
      style={{ background: stateBackground(look), color: stateForeground(look) }}
    >
      <div className={styles.top}>
        {sign !== null && <Sign name={sign} />}
        <span className={styles.word}>{word}</span>
      </div>
      <div className={styles.bottom}>
        {flags > 0 && (
          <span className={styles.flags}>
            <Sign name="flag" />
            {flags}
          </span>
        )}
        {tallies.length > 0 && (
          <span className={styles.tallies}>
            {tallies.map((tally) => (
              <span key={tally.sign} className={styles.tally}>
                <Sign name={tally.sign} />
                {tally.count}
              </span>
            ))}
          </span>
        )}
        {note !== "" && <span className={styles.note}>{note}</span>}
        {count !== "" && <span className={styles.count}>{count}</span>}
      </div>
      {part > 0 && <div className={styles.part} style={{ width: `${part * 100}%` }} />}
    </div>
  );
}

/** A persona at a stage. Drawn anew only when its own content changes. */
export const StageCell = memo(function StageCell({ cell, mode, persona, stage, isSelected }: StageCellProps) {
  const face = faceOf(cell, mode);
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      data-stop
      data-persona={cell.personaId}
      data-stage={cell.stageId}
      data-look={face.look}
      aria-selected={isSelected}
      className={styles.cell}
    >
      <span className="visually-hidden">{`${persona} at ${stage}: ${face.label}`}</span>
      <FaceBox face={face} isWorded={mode !== "state" && mode !== "needs"} />
    </div>
  );
});
