import { useState } from "react";
import { useSession } from "@/rpc/session";
import { useCall } from "@/rpc/useCall";
import { sayDay } from "@/words/days";
import { SIDE_WORDS } from "@/words/plan";
import styles from "./Rail.module.css";

function Answers({ placementId }: { placementId: string }) {
  const { data: answers } = useCall("check.answers", { placementId }, { kinds: ["verdict", "placement"] });
  const members = useSession()?.open?.members ?? [];
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? "somebody";
  if (answers === undefined) {
    return null;
  }
  if (answers.length === 0) {
    return <p className={styles.small}>Nobody has answered yet.</p>;
  }
  return (
    <ul className={styles.history} aria-label="Answers so far">
      {answers.map(({ id, side, answer, memberId, reason, answeredAt }) => (
        <li key={id}>
          {sayDay(answeredAt)} · {SIDE_WORDS[side]}: <strong>{answer}</strong>{" "}
          <span className={styles.quiet}>
            {nameOf(memberId)}
            {reason === "" ? "" : `: “${reason}”`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Every answer ever given on a placement, on request. */
export function AnswerHistory({ placementId }: { placementId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.past}>
      <button type="button" className={styles.link} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? "Hide the answers so far" : "Answers so far"}
      </button>
      {isOpen && <Answers placementId={placementId} />}
    </div>
  );
}
