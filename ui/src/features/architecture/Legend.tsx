import { memo } from "react";
import type { State } from "@/bindings/State";
import { Sign } from "@/components/Sign";
import { STATE_SIGNS, stateBackground, stateForeground } from "@/style/states";
import { STATE_WORDS } from "@/words/plan";
import styles from "./Legend.module.css";
import type { Mode } from "./search";

type Entry = readonly [look: State, word: string];

const STATES: readonly Entry[] = (
  ["empty", "thin", "unproven", "planned", "stale", "unhelpful", "covered"] as const
).map((state) => [state, STATE_WORDS[state]]);

/** What a look stands for in each mode; a count says itself. */
const ENTRIES: Readonly<Record<Exclude<Mode, "count">, readonly Entry[]>> = {
  state: STATES,
  verdicts: [
    ["covered", "yes"],
    ["thin", "partly"],
    ["unproven", "to ask"],
    ["unhelpful", "no"],
    ["empty", "nothing placed"],
  ],
  freshness: [
    ["empty", "nothing published"],
    ["stale", "all past its shelf life"],
    ["thin", "some past its shelf life"],
    ["covered", "fresh, and renewed how long ago"],
  ],
  needs: [
    ["empty", "a must-need is open"],
    ["thin", "others are open"],
    ["planned", "answers are planned"],
    ["covered", "answered"],
  ],
  pipeline: STATES,
  themes: [
    ["unproven", "nothing moves a deal yet"],
    ["planned", "nothing live"],
    ["covered", "moves deals"],
  ],
};

const FLAGGED: readonly Mode[] = ["state", "needs"];

function Swatch({ state }: { state: State }) {
  const style = { background: stateBackground(state), color: stateForeground(state) };
  return (
    <span className={styles.swatch} data-state={state} style={style}>
      <Sign name={STATE_SIGNS[state]} />
    </span>
  );
}

/** What the colours and signs of the map mean. */
export const Legend = memo(function Legend({ mode }: { mode: Mode }) {
  if (mode === "count") {
    return null;
  }
  return (
    <ul className={styles.legend} aria-label="Legend">
      {ENTRIES[mode].map(([state, word]) => (
        <li key={state} className={styles.entry}>
          <Swatch state={state} />
          {word}
        </li>
      ))}
      {FLAGGED.includes(mode) && (
        <li className={styles.entry}>
          <span className={styles.flag}>
            <Sign name="flag" />
          </span>
          open must-needs
        </li>
      )}
      {mode === "pipeline" && (
        <li className={styles.entry}>
          <span className={styles.bar} aria-hidden />
          money that waits, beside the largest cell
        </li>
      )}
    </ul>
  );
});
