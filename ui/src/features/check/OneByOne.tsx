import { CircleCheck, SkipForward } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { useActions } from "@/actions/registry";
import type { Asked } from "@/bindings/Asked";
import type { Questions } from "@/bindings/Questions";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { LOCALE } from "@/locale";
import { SIDE_WORDS } from "@/words/plan";
import { sayDate } from "@/words/text";
import { AssetCard } from "./AssetCard";
import styles from "./OneByOne.module.css";
import { QuestionCard } from "./QuestionCard";
import { type Plan, useAsset, usePrefetched, type Voice } from "./queries";
import { SittingStrip } from "./SittingStrip";
import type { CheckSearch } from "./search";
import { useSittingActions } from "./sittingActions";
import { type Sitting, useSitting } from "./useSitting";

export interface AskingProps {
  plan: Plan;
  voice: Voice;
  search: CheckSearch;
}

interface AskedProps extends Omit<AskingProps, "search"> {
  question: Asked;
  sitting: Sitting;
  reason: RefObject<HTMLInputElement | null>;
}

function Asking({ question, sitting, plan, voice, reason }: AskedProps) {
  const page = useAsset(question.assetId);
  const persona = plan.persona(question.personaId);
  const stage = plan.stage(question.stageId);
  if (!persona || !stage) {
    return null;
  }
  const check = page?.placements.find(({ placement }) => placement.id === question.placementId)?.check;
  return (
    <div className={styles.desk}>
      <QuestionCard
        question={question}
        sitting={sitting}
        voice={voice}
        persona={persona}
        stage={stage}
        next={plan.after(stage)}
        check={check}
        reason={reason}
      />
      <AssetCard title={question.title} page={page} />
    </div>
  );
}

function AllAnswered({ queue, voice, search }: { queue: Questions; voice: Voice; search: CheckSearch }) {
  const isNarrowed = Boolean(search.persona ?? search.stage ?? search.ask);
  const side = SIDE_WORDS[voice.side].toLowerCase();
  const again =
    queue.againOn === null
      ? "It asks when something new is placed, when somebody is unsure, and when marketing and sales disagree."
      : `It asks again on ${sayDate(queue.againOn)}, when the oldest answer is over a year old; sooner where something new is placed or the sides disagree.`;
  return (
    <EmptyState
      icon={CircleCheck}
      title={isNarrowed ? "Nothing to answer here" : `Everything is answered for ${side}`}
      text={isNarrowed ? "Nothing is asked with these filters." : again}
    />
  );
}

export interface OneByOneProps extends AskingProps {
  queue: Questions;
  /** The queue is still that of the filters before. */
  isStale: boolean;
}

/** The keys that answer must not land on the filter or the member just chosen. */
function useFocusOnArrival(): RefObject<HTMLDivElement | null> {
  const desk = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => desk.current?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, []);
  return desk;
}

/** One placement at a time. */
export function OneByOne({ queue, isStale, plan, voice, search }: OneByOneProps) {
  const desk = useFocusOnArrival();
  const sitting = useSitting(queue, search.member, isStale);
  const reason = useRef<HTMLInputElement>(null);
  useActions(useSittingActions(sitting, reason));
  usePrefetched(sitting.next.map(({ assetId }) => assetId));
  const { question } = sitting;
  const isOver = question === null;
  return (
    <div ref={desk} className={styles.sitting} tabIndex={-1}>
      {(sitting.total > 0 || !isOver) && <SittingStrip sitting={sitting} />}
      {question && <Asking question={question} sitting={sitting} plan={plan} voice={voice} reason={reason} />}
      {isOver && sitting.left === 0 && <AllAnswered queue={queue} voice={voice} search={search} />}
      {isOver && sitting.left > 0 && (
        <EmptyState
          icon={SkipForward}
          title={`${sitting.left.toLocaleString(LOCALE)} ${sitting.left === 1 ? "check is" : "checks are"} still open`}
          text="Everything else is answered. These were skipped, answered unsure, or differ from the other side."
          action={
            <Button look="primary" onPress={sitting.askLeft}>
              Go through them again
            </Button>
          }
        />
      )}
    </div>
  );
}
