import { useMemo, useState } from "react";
import type { Answer } from "@/bindings/Answer";
import type { Member } from "@/bindings/Member";
import type { PlacementOnPage } from "@/bindings/PlacementOnPage";
import type { Verdict } from "@/bindings/Verdict";
import { EditOnly } from "@/components/EditOnly";
import { Select } from "@/components/Select";
import { Sign } from "@/components/Sign";
import { TextField } from "@/components/TextField";
import { ANSWER_SIGNS, AnswerKeys } from "@/placing/AnswerKeys";
import { mutate } from "@/rpc/mutate";
import { useSession } from "@/rpc/session";
import { useSpeakerId } from "@/rpc/speaker";
import { useCall } from "@/rpc/useCall";
import { dealQuestion, SIDE_WORDS } from "@/words/plan";
import { shortMoment } from "../values";
import styles from "./AssetPage.module.css";

const NOBODY: readonly Member[] = [];
const NO_ANSWERS: readonly Verdict[] = [];

/** Who can be answered for: the speaker first. */
function useVoices() {
  const members = useSession()?.open?.members ?? NOBODY;
  const speaker = useSpeakerId();
  const choices = useMemo(
    () =>
      members
        .filter(({ former }) => !former)
        .toSorted((a, b) => Number(b.id === speaker) - Number(a.id === speaker))
        .map(({ id, name, role }) => ({
          id,
          label: id === speaker ? `${name} (you)` : name,
          detail: SIDE_WORDS[role === "sales" ? "sales" : "marketing"],
        })),
    [members, speaker],
  );
  return { members, choices, speaker };
}

/** The deal check of a placement: answering it in place, and every answer ever given. */
export function PlacementCheck({ one }: { one: PlacementOnPage }) {
  const { members, choices, speaker } = useVoices();
  const [memberId, setMemberId] = useState(speaker);
  const [reason, setReason] = useState("");
  const voice = members.find(({ id }) => id === memberId);
  const side = voice?.role === "sales" ? one.check.sales : one.check.marketing;
  const question = dealQuestion(one.stage);
  const answer = async (given: Answer) => {
    const request = { placementIds: [one.placement.id], answer: given, reason: reason.trim() };
    const whose = memberId !== null && memberId !== speaker ? { memberId } : {};
    const done = await mutate("check.answer", { ...request, ...whose }, { toast: `Answered ${given}` });
    if (done !== null) {
      setReason("");
    }
  };
  return (
    <div className={styles.check}>
      <EditOnly>
        <p className={styles.asked}>{question}</p>
        <AnswerKeys
          label={question}
          chosen={side.answer?.answer ?? null}
          onAnswer={(given) => void answer(given)}
        >
          <div className={styles.said}>
            <TextField
              label="Why, in a line"
              isLabelHidden
              placeholder="Why, in a line (before the answer)"
              value={reason}
              onChange={setReason}
            />
            <Select
              label="Whose answer"
              isLabelHidden
              choices={choices}
              value={memberId}
              onChange={setMemberId}
            />
          </div>
        </AnswerKeys>
      </EditOnly>
      <Answers placementId={one.placement.id} members={members} />
    </div>
  );
}

function Answers({ placementId, members }: { placementId: string; members: readonly Member[] }) {
  const { data: answers = NO_ANSWERS } = useCall("check.answers", { placementId }, { kinds: ["verdict"] });
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? "a former member";
  if (answers.length === 0) {
    return null;
  }
  return (
    <ol aria-label="Every answer" className={styles.answers}>
      {answers.map((given) => (
        <li key={given.id}>
          <span className={styles.answer} data-answer={given.answer}>
            <Sign name={ANSWER_SIGNS[given.answer]} /> {given.answer}
          </span>{" "}
          {SIDE_WORDS[given.side]} ·{" "}
          {given.enteredBy === given.memberId
            ? nameOf(given.memberId)
            : `${nameOf(given.enteredBy)} for ${nameOf(given.memberId)}`}{" "}
          · {shortMoment(given.answeredAt)}
          {given.reason !== "" && <span className={styles.reason}> “{given.reason}”</span>}
        </li>
      ))}
    </ol>
  );
}
