import { useState } from "react";
import type { Answer } from "@/bindings/Answer";
import type { Disagreement } from "@/bindings/Disagreement";
import { Button } from "@/components/Button";
import { EditOnly } from "@/components/EditOnly";
import { TextField } from "@/components/TextField";
import { signature } from "@/parts/signature";
import { AnswerKeys } from "@/placing/AnswerKeys";
import { mutate } from "@/rpc/mutate";
import { SIDE_WORDS } from "@/words/plan";
import styles from "./Disagreements.module.css";
import type { Voice } from "./queries";

/** What a new answer of a side does to a disagreement. */
export function sayOutcome(other: Answer | undefined, answer: Answer): string {
  if (answer === "unsure") {
    return "Kept as unsure: it is asked again";
  }
  return answer === other ? `Settled: both say ${answer}` : `Now ${answer}: they still differ`;
}

function Answering({ one, voice }: { one: Disagreement; voice: Voice }) {
  const [reason, setReason] = useState("");
  const { member, speaker, side } = voice;
  const other = one.check[side === "sales" ? "marketing" : "sales"].answer?.answer;
  const own = one.check[side].answer?.answer ?? null;
  const answer = (next: Answer) =>
    void mutate(
      "check.answer",
      {
        placementIds: [one.placementId],
        answer: next,
        reason: reason.trim(),
        ...(member && { memberId: member.id }),
      },
      { toast: sayOutcome(other, next) },
    );
  const entered = speaker === undefined || speaker.id === member?.id ? null : speaker.name;
  return (
    <AnswerKeys label={`What does ${side} say now of ${one.title}?`} chosen={own} onAnswer={answer} autoFocus>
      <TextField
        label="Reason"
        isLabelHidden
        placeholder="What settled it, in a line; then the answer"
        value={reason}
        onChange={setReason}
      />
      <p className={styles.place}>
        You answer for <strong>{SIDE_WORDS[side].toLowerCase()}</strong>, signed{" "}
        {signature(member?.name ?? "", entered)}.
      </p>
    </AnswerKeys>
  );
}

/** The way to settle a disagreement: the side that speaks answers anew, with what settled it. */
export function Settle({ one, voice }: { one: Disagreement; voice: Voice }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <EditOnly>
      {isOpen ? (
        <div className={styles.settling}>
          <Answering one={one} voice={voice} />
          <div>
            <Button look="quiet" onPress={() => setOpen(false)}>
              Leave it open
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <Button onPress={() => setOpen(true)} aria-label={`Settle ${one.title}`}>
            Settle…
          </Button>
        </div>
      )}
    </EditOnly>
  );
}
