import { ArrowRight } from "lucide-react";
import type { State } from "@/bindings/State";
import { Sign } from "@/components/Sign";
import { STATE_SIGNS, stateBackground, stateForeground } from "@/style/states";
import { STATE_WORDS } from "@/words/plan";
import styles from "./StateTurn.module.css";

export function StateMark({ state }: { state: State }) {
  return (
    <span
      className={styles.mark}
      style={{ color: stateForeground(state), background: stateBackground(state) }}
    >
      <Sign name={STATE_SIGNS[state]} />
      {STATE_WORDS[state]}
    </span>
  );
}

/** "thin → covered": what a yes would do to the cell. */
export function StateTurn({ from, to }: { from: State; to: State }) {
  return (
    <span className={styles.turn}>
      <StateMark state={from} />
      {from !== to && (
        <>
          <ArrowRight size={14} aria-label="becomes, with a yes," role="img" />
          <StateMark state={to} />
        </>
      )}
    </span>
  );
}
