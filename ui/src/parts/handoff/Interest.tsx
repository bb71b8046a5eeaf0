import { Flame } from "lucide-react";
import type { FollowUpRow } from "@/bindings/FollowUpRow";
import { Chip } from "@/components/Chip";
import { STATE_WORDS, sayScore } from "@/words/scoring";
import styles from "./Interest.module.css";

/** Warm or hot, and the score beside it. */
export function Interest({ row: { hot, score } }: { row: Pick<FollowUpRow, "hot" | "score"> }) {
  return (
    <span className={styles.interest}>
      {hot ? (
        <Chip tone="danger" icon={Flame}>
          {STATE_WORDS.hot}
        </Chip>
      ) : (
        <Chip tone="warning">{STATE_WORDS.warm}</Chip>
      )}
      <span className={styles.score}>
        <span className="visually-hidden">score </span>
        {sayScore(score)}
      </span>
    </span>
  );
}
