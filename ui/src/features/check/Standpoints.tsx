import type { DealCheck } from "@/bindings/DealCheck";
import type { Effect } from "@/bindings/Effect";
import type { GivenAnswer } from "@/bindings/GivenAnswer";
import type { Side } from "@/bindings/Side";
import { Avatar } from "@/components/Avatar";
import { Sign } from "@/components/Sign";
import { Measured } from "@/parts/Measured";
import { signature } from "@/parts/signature";
import { ANSWER_SIGNS } from "@/placing/AnswerKeys";
import { sayDay } from "@/words/days";
import { SIDE_WORDS } from "@/words/plan";
import { capital } from "@/words/text";
import styles from "./Standpoints.module.css";

function Given({ given }: { given: GivenAnswer }) {
  return (
    <>
      <p className={styles.answer} data-answer={given.answer}>
        <Sign name={ANSWER_SIGNS[given.answer]} />
        {capital(given.answer)}
      </p>
      {given.reason !== "" && <p className={styles.reason}>“{given.reason}”</p>}
      <p className={styles.who}>
        <Avatar name={given.member} />
        {signature(given.member, given.enteredBy)} · {sayDay(given.answeredAt)}
      </p>
    </>
  );
}

function Standpoint({ side, check }: { side: Side; check: DealCheck }) {
  const { answer, unsure } = check[side];
  return (
    <div className={styles.side} role="group" aria-label={`${SIDE_WORDS[side]} says`}>
      <p className={styles.name}>{SIDE_WORDS[side]} says</p>
      {answer && <Given given={answer} />}
      {unsure && <Given given={unsure} />}
      {!answer && !unsure && <p className={styles.nothing}>Nothing yet.</p>}
    </div>
  );
}

export interface StandpointsProps {
  check: DealCheck;
  /** What the content does at the stage, where visits tell. */
  effect: Effect | null;
}

/** What both sides say of a placement, and what was measured, side by side. */
export function Standpoints({ check, effect }: StandpointsProps) {
  return (
    <div className={styles.sides} data-measured={effect !== null}>
      <Standpoint side="marketing" check={check} />
      <Standpoint side="sales" check={check} />
      {effect !== null && <Measured effect={effect} />}
    </div>
  );
}
