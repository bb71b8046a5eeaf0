import { Sign, type SignName } from "@/components/Sign";
import type { Standing } from "@/words/sla";
import styles from "./Sla.module.css";

const SIGNS: Readonly<Record<Standing, SignName>> = {
  kept: "check",
  broken: "cross",
  "so far": "half",
  "no data": "dash",
};

/** Whether a promise was kept, by sign and word. */
export function StandingMark({ standing }: { standing: Standing }) {
  return (
    <span className={styles.standing} data-standing={standing}>
      <Sign name={SIGNS[standing]} />
      {standing}
    </span>
  );
}
