import type { Effect } from "@/bindings/Effect";
import { sayCertainty, sayEffect, saySides } from "@/words/effect";
import styles from "./Measured.module.css";

function toneOf({ difference, couldBeLuck }: Effect): string {
  if (difference === null || difference === 0 || couldBeLuck) {
    return "open";
  }
  return difference > 0 ? "helps" : "hinders";
}

/** What content does at a stage, measured: how much more often visits go on with a touch of it. */
export function Measured({ effect }: { effect: Effect }) {
  const certainty = sayCertainty(effect);
  return (
    <div className={styles.measured} role="group" aria-label="Measured">
      <p className={styles.name}>Measured</p>
      <p className={styles.value} data-tone={toneOf(effect)}>
        {sayEffect(effect)}
      </p>
      <p className={styles.small}>{saySides(effect)}</p>
      {certainty !== null && <p className={styles.small}>{certainty}</p>}
    </div>
  );
}
