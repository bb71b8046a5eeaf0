import { Sign } from "@/components/Sign";
import { STATE_SIGNS, stateBackground, stateForeground } from "@/style/states";
import { STATE_WORDS } from "@/words/plan";
import { capital } from "@/words/text";
import { type CellMode, faceOf } from "../face";
import type { PhaseView } from "../phases";
import styles from "./cells.module.css";
import { FaceBox } from "./StageCell";

export interface PhaseBoxProps {
  view: PhaseView;
  mode: CellMode;
  persona: string;
  isSelected: boolean;
}

function Strip({ view }: { view: PhaseView }) {
  const { states, credit } = view.cell;
  return (
    <div aria-hidden className={styles.box}>
      <div className={styles.credit}>{credit === null ? "–" : Math.round(credit * 100)}</div>
      <div className={styles.strip}>
        {states.map((state, at) => (
          <span
            key={view.stages[at]}
            className={styles.stripStage}
            data-state={state}
            title={`${view.stages[at]}: ${STATE_WORDS[state]}`}
            style={{ background: stateBackground(state), color: stateForeground(state) }}
          >
            <Sign name={STATE_SIGNS[state]} />
          </span>
        ))}
      </div>
    </div>
  );
}

function sayStrip({ cell, stages }: PhaseView): string {
  const mean = cell.credit === null ? "no score" : `${Math.round(cell.credit * 100)}`;
  return `${mean}; ${cell.states.map((state, at) => `${stages[at]} ${state}`).join(", ")}`;
}

/** A persona in a phase, zoomed out: the mean credit over the states of its stages. */
export function PhaseBox({ view, mode, persona, isSelected }: PhaseBoxProps) {
  const { cell, counted } = view;
  const face = faceOf(counted, mode);
  const said = mode === "state" ? sayStrip(view) : face.label;
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      data-stop
      data-persona={cell.personaId}
      data-phase={cell.phase}
      data-look={mode === "state" ? undefined : face.look}
      aria-selected={isSelected}
      className={styles.cell}
    >
      <span className="visually-hidden">{`${persona} in ${capital(cell.phase)}: ${said}`}</span>
      {mode === "state" ? <Strip view={view} /> : <FaceBox face={face} isWorded />}
    </div>
  );
}
