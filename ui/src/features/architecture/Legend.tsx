import type { State } from "@/bindings/State";
import { Sign } from "@/components/Sign";
import { STATE_SIGNS, stateBackground, stateForeground } from "@/style/states";
import { STATE_WORDS } from "@/words/plan";
import styles from "./Legend.module.css";

const SHOWN: readonly State[] = ["empty", "thin", "unproven", "planned", "stale", "unhelpful", "covered"];

/** What the signs of the map mean. */
export function Legend() {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {SHOWN.map((state) => (
        <li key={state} className={styles.entry}>
          <span
            className={styles.swatch}
            data-state={state}
            style={{ background: stateBackground(state), color: stateForeground(state) }}
          >
            <Sign name={STATE_SIGNS[state]} />
          </span>
          {STATE_WORDS[state]}
        </li>
      ))}
      <li className={styles.entry}>
        <span className={styles.flag}>
          <Sign name="flag" />
        </span>
        open must-needs
      </li>
    </ul>
  );
}
