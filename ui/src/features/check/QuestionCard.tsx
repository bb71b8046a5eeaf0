import { type KeyboardEvent, type RefObject, useId } from "react";
import type { Asked } from "@/bindings/Asked";
import type { DealCheck } from "@/bindings/DealCheck";
import type { Persona } from "@/bindings/Persona";
import type { Stage } from "@/bindings/Stage";
import { Chip } from "@/components/Chip";
import { Dots } from "@/components/Dots";
import { TextField } from "@/components/TextField";
import { signature } from "@/parts/signature";
import { AnswerKeys } from "@/placing/AnswerKeys";
import { useEffects } from "@/rpc/effects";
import { SIDE_WORDS } from "@/words/plan";
import { capital } from "@/words/text";
import { ASK_WORDS, questionAt, sayWorth } from "./asking";
import styles from "./QuestionCard.module.css";
import type { Voice } from "./queries";
import { Standpoints } from "./Standpoints";
import { StateTurn } from "./StateTurn";
import type { Sitting } from "./useSitting";

export interface QuestionCardProps {
  question: Asked;
  sitting: Sitting;
  voice: Voice;
  persona: Persona;
  stage: Stage;
  next: Stage | undefined;
  check: DealCheck | undefined;
  /** Where the reason is typed; R goes there. */
  reason: RefObject<HTMLInputElement | null>;
}

function Cell({ question, persona, stage, voice }: QuestionCardProps) {
  return (
    <div className={styles.cell}>
      <span className={styles.where}>
        {persona.name} at {stage.name}
      </span>
      <StateTurn from={question.state} to={question.ifYes} />
      <span className={styles.quiet}>{sayWorth(question, voice.side)}</span>
      <span className={styles.ask}>
        <Chip tone={question.ask === "disagreement" ? "warning" : "plain"}>{ASK_WORDS[question.ask]}</Chip>
      </span>
    </div>
  );
}

function Answering({ sitting, voice, stage, next, reason }: QuestionCardProps) {
  const { member, speaker, side } = voice;
  const entered = speaker === undefined || speaker.id === member?.id ? null : speaker.name;
  // Out of the reason and back to the keys that answer; the words stay.
  const leave = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape" || event.key === "Enter") {
      event.currentTarget.blur();
    }
  };
  return (
    <AnswerKeys
      label={questionAt(stage, next)}
      chosen={sitting.pending ?? sitting.before?.answer ?? null}
      onAnswer={sitting.answer}
      isLarge
    >
      <TextField
        label="Reason"
        isLabelHidden
        placeholder="Why, in a line (R, then Esc and the answer)"
        value={sitting.reason}
        onChange={sitting.setReason}
        inputRef={reason}
        onKeyDown={leave}
      />
      <p className={styles.quiet}>
        You answer for <strong>{SIDE_WORDS[side].toLowerCase()}</strong>, signed{" "}
        {signature(member?.name ?? "", entered)}.
      </p>
    </AnswerKeys>
  );
}

function Challenges({ persona }: { persona: Persona }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>
        {persona.name}
        <Dots value={persona.weight} label={`Decision weight ${persona.weight} of 5`} />
        <span>{capital(persona.role)}</span>
      </h3>
      {persona.challenges.length === 0 ? (
        <p className={styles.quiet}>No challenges are noted.</p>
      ) : (
        <ul className={styles.list}>
          {persona.challenges.map((challenge) => (
            <li key={challenge}>{challenge}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The question in large type, its answers, and what there is to go by. */
export function QuestionCard(props: QuestionCardProps) {
  const { persona, stage, next, check } = props;
  const title = useId();
  const effectOf = useEffects();
  return (
    <section className={styles.card} aria-labelledby={title}>
      <Cell {...props} />
      <h2 id={title} className={styles.question}>
        {questionAt(stage, next)}
      </h2>
      <Answering {...props} />
      <div className={styles.facts}>
        <Challenges persona={persona} />
        <section className={styles.part}>
          <h3 className={styles.heading}>A deal leaves {stage.name} when</h3>
          <p className={stage.exitCriterion === "" ? styles.quiet : undefined}>
            {stage.exitCriterion === "" ? "No exit criterion is set." : stage.exitCriterion}
          </p>
        </section>
      </div>
      {check && <Standpoints check={check} effect={effectOf(props.question.assetId, stage.id)} />}
    </section>
  );
}
