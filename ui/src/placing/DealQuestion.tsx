import { useState } from "react";
import type { Answer } from "@/bindings/Answer";
import { TextField } from "@/components/TextField";
import { dealQuestion } from "@/words/plan";
import { AnswerKeys } from "./AnswerKeys";
import styles from "./DealQuestion.module.css";

export interface DealQuestionProps {
  /** What was placed: a title, or "3 assets". */
  what: string;
  /** The stage it was placed at. */
  stage: string;
  onAnswer: (answer: Answer, reason: string) => void;
  isPending?: boolean;
}

/** The deal check, asked on the spot. */
export function DealQuestion({ what, stage, onAnswer, isPending = false }: DealQuestionProps) {
  const [reason, setReason] = useState("");
  const question = dealQuestion(stage);
  return (
    <div className={styles.question}>
      <div>
        <p className={styles.what}>{what}</p>
        <p className={styles.asked}>{question}</p>
      </div>
      <AnswerKeys
        label={question}
        chosen={null}
        onAnswer={(answer) => onAnswer(answer, reason.trim())}
        isDisabled={isPending}
        autoFocus
      >
        <TextField
          label="Why, in a line"
          isLabelHidden
          placeholder="Why, in a line (before the answer)"
          value={reason}
          onChange={setReason}
        />
      </AnswerKeys>
      <p className={styles.hint}>Esc asks later, in the deal check.</p>
    </div>
  );
}
