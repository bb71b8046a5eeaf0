import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Answer } from "@/bindings/Answer";
import type { QuestionGroup } from "@/bindings/QuestionGroup";
import { Checkbox } from "@/components/Checkbox";
import { Skeleton } from "@/components/Skeleton";
import { LOCALE } from "@/locale";
import { AnswerKeys } from "@/placing/AnswerKeys";
import { useMutate } from "@/rpc/mutate";
import { sayCount } from "@/words/edits";
import { questionAt } from "./asking";
import styles from "./Groups.module.css";
import type { AskingProps } from "./OneByOne";
import { useCellQuestions } from "./queries";
import { StateMark } from "./StateTurn";

interface MembersProps {
  group: QuestionGroup;
  search: AskingProps["search"];
  left: ReadonlySet<string>;
  onLeave: (placementId: string, isLeft: boolean) => void;
}

function Members({ group, search, left, onLeave }: MembersProps) {
  const { data } = useCellQuestions(search, group.personaId, group.stageId, true);
  const ids = new Set(group.placementIds);
  const asked = data?.first.filter(({ placementId }) => ids.has(placementId));
  if (asked === undefined) {
    return <Skeleton lines={3} />;
  }
  return (
    <ul className={styles.members}>
      {asked.map(({ placementId, title }) => (
        <li key={placementId}>
          <Checkbox
            isSelected={!left.has(placementId)}
            onChange={(isTaken) => onLeave(placementId, !isTaken)}
          >
            {title}
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}

function useLeft() {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = (placementId: string, isLeft: boolean) =>
    setLeft((known) => {
      const next = new Set(known);
      if (isLeft) {
        next.add(placementId);
      } else {
        next.delete(placementId);
      }
      return next;
    });
  return { left, leave };
}

/** Placements of one format for one persona at one stage; those unticked are left out of the answer. */
export function GroupCard({ group, plan, search }: AskingProps & { group: QuestionGroup }) {
  const [isOpen, setOpen] = useState(false);
  const { left, leave } = useLeft();
  const ids = group.placementIds.filter((id) => !left.has(id));
  const { run, isPending } = useMutate("check.answer", {
    toast: `Answered ${sayCount("placement", ids.length)}`,
  });
  const [persona, stage] = [plan.persona(group.personaId), plan.stage(group.stageId)];
  if (!persona || !stage) {
    return null;
  }
  const what = plan.format(group.formatId)?.name ?? "No format";
  const name = `${what}, ${persona.name} at ${stage.name}`;
  const answer = (given: Answer) =>
    void run({
      placementIds: ids,
      answer: given,
      ...(search.member !== undefined && { memberId: search.member }),
    });
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className={styles.group}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.opener}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Arrow aria-hidden size={16} />
          <span className={styles.count}>{ids.length.toLocaleString(LOCALE)}</span>
          <span className={styles.name}>
            <span>{what}</span>
            <span className={styles.place}>
              {persona.name} · {stage.name}
            </span>
          </span>
        </button>
        <StateMark state={group.state} />
        <div className={styles.answers}>
          <AnswerKeys
            label={`${name}. ${questionAt(stage, plan.after(stage))}`}
            chosen={null}
            onAnswer={answer}
            isDisabled={isPending || ids.length === 0}
          />
        </div>
      </div>
      {isOpen && <Members group={group} search={search} left={left} onLeave={leave} />}
    </li>
  );
}
