import { ArrowLeft, ArrowRight, MessageSquareText, SkipForward } from "lucide-react";
import { type RefObject, useLayoutEffect, useMemo, useRef } from "react";
import type { Action } from "@/actions/action";
import { ANSWER_KEYS, ANSWERS } from "@/words/plan";
import { capital } from "@/words/text";
import type { Sitting } from "./useSitting";

const GROUP = "Deal check";

/** One key each. The list is stable; what it runs is the sitting as it stands. */
export function useSittingActions(
  sitting: Sitting,
  reason: RefObject<HTMLInputElement | null>,
): readonly Action[] {
  const now = useRef(sitting);
  // With the page and not after it: a press in between would answer the question before.
  useLayoutEffect(() => {
    now.current = sitting;
  });
  return useMemo(
    () => [
      ...ANSWERS.map((answer) => ({
        id: `check.${answer}`,
        isEdit: true,
        label: `Answer: ${capital(answer)}`,
        group: GROUP,
        shortcut: ANSWER_KEYS[answer],
        run: () => now.current.answer(answer),
      })),
      {
        id: "check.reason",
        isEdit: true,
        label: "Give a reason",
        icon: MessageSquareText,
        group: GROUP,
        shortcut: "R",
        run: () => reason.current?.focus(),
      },
      {
        id: "check.skip",
        label: "Skip this check",
        icon: SkipForward,
        group: GROUP,
        shortcut: "S",
        run: () => now.current.skip(),
      },
      {
        id: "check.next",
        label: "Next check",
        icon: ArrowRight,
        group: GROUP,
        shortcut: "ArrowRight",
        run: () => now.current.skip(),
      },
      {
        id: "check.back",
        label: "Check before",
        icon: ArrowLeft,
        group: GROUP,
        shortcut: "ArrowLeft",
        run: () => now.current.back(),
      },
    ],
    [reason],
  );
}
