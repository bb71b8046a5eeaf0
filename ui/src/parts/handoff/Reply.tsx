import type { SalesReply } from "@/bindings/SalesReply";
import { useMembers } from "@/rpc/lists";
import type { Clock } from "@/words/clock";
import { REASON_FOLLOWS, REASON_WORDS, REPLY_WORDS } from "@/words/followUp";
import styles from "./Reply.module.css";

/** "Turned back: no budget". */
export function sayReply({ answer, reason }: SalesReply): string {
  const why = reason === null ? "" : `: ${REASON_WORDS[reason].toLowerCase()}`;
  return `${REPLY_WORDS[answer]}${why}`;
}

/** What sales said to a lead, who said so, and what follows. */
export function Reply({ reply, clock }: { reply: SalesReply; clock: Clock }) {
  const { reason, at, memberId, note } = reply;
  const member = useMembers().find(({ id }) => id === memberId)?.name;
  return (
    <div className={styles.reply}>
      <p className={styles.said}>{sayReply(reply)}</p>
      <p className={styles.quiet}>
        {member === undefined ? "Answered" : `By ${member}`} on {clock.day(at)}, {clock.time(at)}
      </p>
      {reason !== null && <p className={styles.quiet}>{REASON_FOLLOWS[reason]}.</p>}
      {note !== "" && <p className={styles.note}>{note}</p>}
    </div>
  );
}
