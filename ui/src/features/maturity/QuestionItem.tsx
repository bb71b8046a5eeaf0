import type { QuestionStanding } from "@/bindings/QuestionStanding";
import { Avatar } from "@/components/Avatar";
import { InlineEdit } from "@/components/InlineEdit";
import { SegmentedControl } from "@/components/SegmentedControl";
import { mutate, mutateField } from "@/rpc/mutate";
import { sayDay } from "@/words/days";
import { LEVEL_WORDS, LEVELS, QUESTION_WORDS, sayKnown } from "@/words/maturity";
import styles from "./Maturity.module.css";

const SEGMENTS = LEVELS.map((level) => ({ id: String(level), label: String(level) }));

function Rated({ standing: { rating, before } }: { standing: QuestionStanding }) {
  if (rating === null) {
    return <p className={styles.quiet}>Not rated yet</p>;
  }
  return (
    <p className={styles.signed}>
      <Avatar name={rating.member} />
      <span>
        {rating.member} · {sayDay(rating.ratedAt)} · {LEVEL_WORDS[rating.level]}
        {before !== null && before !== rating.level && `, ${before} before`}
      </span>
    </p>
  );
}

export interface QuestionItemProps {
  id: string;
  standing: QuestionStanding;
  /** It is among the lowest that can change soon. */
  isNext: boolean;
}

/** One question: its rating with what shows it, and what the workspace knows of it. */
export function QuestionItem({ id, standing, isNext }: QuestionItemProps) {
  const { question, rating, facts } = standing;
  const text = QUESTION_WORDS[question];
  const evidence = rating?.evidence ?? "";
  const rate = (level: number) => void mutate("maturity.rate", { question, level, evidence });
  return (
    <li id={id} className={styles.question} data-next={isNext || undefined}>
      <div className={styles.asked}>
        <h3 className={styles.text}>{text}</h3>
        {rating !== null && (
          <InlineEdit
            label={`What shows it: ${text}`}
            value={evidence}
            placeholder="What shows it?"
            isMultiline
            onCommit={(next) =>
              mutateField("maturity.rate", { question, level: rating.level, evidence: next })
            }
          />
        )}
        <Rated standing={standing} />
      </div>
      <div className={styles.answer}>
        <SegmentedControl
          label={`Level from 0 to 4: ${text}`}
          segments={SEGMENTS}
          value={rating === null ? "" : String(rating.level)}
          onChange={(level) => rate(Number(level))}
        />
        {facts.length > 0 && (
          <ul className={styles.facts} aria-label="What this workspace knows of it">
            {facts.map((fact) => (
              <li key={fact.known} className={styles.fact} data-whole={fact.count === fact.of || undefined}>
                {sayKnown(fact)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
