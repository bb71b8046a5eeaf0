import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "@/components/IconButton";
import { Sign } from "@/components/Sign";
import { LOCALE } from "@/locale";
import { ANSWER_SIGNS } from "@/placing/AnswerKeys";
import { sayPace } from "./pace";
import styles from "./SittingStrip.module.css";
import type { Sitting } from "./useSitting";

/** How far the sitting is, how fast it goes, and the way back and on. */
export function SittingStrip({ sitting }: { sitting: Sitting }) {
  const { answered, total, pace, last } = sitting;
  const share = total === 0 ? 0 : answered / total;
  const words = [
    `${answered.toLocaleString(LOCALE)} of ${total.toLocaleString(LOCALE)}`,
    sayPace(pace, total - answered),
  ];
  return (
    <div className={styles.strip}>
      <IconButton
        icon={ChevronLeft}
        label="Back"
        keys="←"
        onPress={sitting.back}
        isDisabled={!sitting.canGoBack}
        placement="bottom start"
      />
      <div
        className={styles.track}
        role="progressbar"
        aria-label="Answered in this sitting"
        aria-valuenow={answered}
        aria-valuemin={0}
        aria-valuemax={total}
      >
        <span className={styles.done} style={{ width: `${share * 100}%` }} />
      </div>
      <span className={styles.words} role="status">
        {words.filter(Boolean).join(" · ")}
      </span>
      {last?.answer && (
        <span className={styles.last}>
          <Sign name={ANSWER_SIGNS[last.answer]} label={last.answer} />
          <span>{last.question.title}</span>
        </span>
      )}
      <span className={styles.skip}>
        <IconButton
          icon={ChevronRight}
          label="Skip"
          keys="S"
          onPress={sitting.skip}
          isDisabled={sitting.question === null}
          placement="bottom end"
        />
      </span>
    </div>
  );
}
