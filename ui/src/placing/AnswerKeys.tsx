import type { KeyboardEvent, ReactNode } from "react";
import { ToggleButton } from "react-aria-components";
import type { Answer } from "@/bindings/Answer";
import { classes } from "@/components/classes";
import { useFieldsAreReadOnly } from "@/components/readOnly";
import { Sign, type SignName } from "@/components/Sign";
import { ANSWER_KEYS, ANSWERS } from "@/words/plan";
import { capital } from "@/words/text";
import styles from "./AnswerKeys.module.css";

export const ANSWER_SIGNS: Readonly<Record<Answer, SignName>> = {
  yes: "check",
  partly: "half",
  no: "cross",
  unsure: "question",
};

export interface AnswerKeysProps {
  /** The question, for screen readers. */
  label: string;
  /** Whose answer it is, where both sides' stand beside it. */
  caption?: string;
  chosen: Answer | null;
  onAnswer: (answer: Answer) => void;
  isDisabled?: boolean;
  autoFocus?: boolean;
  /** Tall enough for a view of its own. */
  isLarge?: boolean;
  /** Stands under the answers: a place for the reason. The keys do not answer while it is typed in. */
  children?: ReactNode;
}

/** The deal check's four answers; one key each while the focus is inside. */
export function AnswerKeys(props: AnswerKeysProps) {
  const { label, chosen, onAnswer, isDisabled = false, autoFocus = false, isLarge, children } = props;
  const { caption } = props;
  const isReadOnly = useFieldsAreReadOnly();
  const isStill = isDisabled || isReadOnly;
  const onKeyDown = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLInputElement;
    const answer = ANSWERS.find((one) => ANSWER_KEYS[one].toLowerCase() === event.key.toLowerCase());
    if (answer && !isTyping && !isStill && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      onAnswer(answer);
    }
  };
  return (
    <fieldset className={styles.question} aria-label={label} onKeyDownCapture={onKeyDown}>
      {caption !== undefined && <p className={styles.caption}>{caption}</p>}
      <div className={classes(styles.answers, isLarge && styles.large)}>
        {ANSWERS.map((answer) => (
          <ToggleButton
            key={answer}
            className={styles.answer ?? ""}
            data-answer={answer}
            isSelected={chosen === answer}
            isDisabled={isStill}
            autoFocus={autoFocus && answer === "yes"}
            onChange={() => onAnswer(answer)}
          >
            <Sign name={ANSWER_SIGNS[answer]} />
            {capital(answer)}
            <kbd className={styles.key} aria-hidden>
              {ANSWER_KEYS[answer]}
            </kbd>
          </ToggleButton>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
