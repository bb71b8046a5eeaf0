import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "react";
import type { Answer } from "@/bindings/Answer";
import type { Asked } from "@/bindings/Asked";
import type { Questions } from "@/bindings/Questions";
import { planState, useDone } from "@/rpc/changes";
import { untilOnShow } from "@/rpc/client";
import { useMutate } from "@/rpc/mutate";
import { paceOf } from "./pace";
import { ahead, countAnswered, countLeft, countSettled, move, onShow, START, type Step } from "./trail";

export interface Sitting {
  question: Asked | null;
  /** What was answered here before, where it was gone back to or taken back. */
  before: Step | null;
  reason: string;
  setReason: (reason: string) => void;
  /** The answer on its way. */
  pending: Answer | null;
  answer: (answer: Answer) => void;
  skip: () => void;
  back: () => void;
  canGoBack: boolean;
  /** Asks again what was gone through and is still open. */
  askLeft: () => void;
  next: readonly Asked[];
  last: Step | null;
  answered: number;
  left: number;
  total: number;
  pace: number | null;
}

/** Follows undo and redo wherever they are called from. */
function useTurns(dispatch: (turn: { type: "undone" | "redone"; seq: number }) => void): void {
  const { undo, redo } = useDone();
  const [undoSeq, redoSeq] = [undo?.seq, redo?.seq];
  useEffect(() => {
    if (redoSeq !== undefined) {
      dispatch({ type: "undone", seq: redoSeq });
    }
  }, [redoSeq, dispatch]);
  useEffect(() => {
    if (undoSeq !== undefined) {
      dispatch({ type: "redone", seq: undoSeq });
    }
  }, [undoSeq, dispatch]);
}

function usePace() {
  const [startedAt] = useState(() => Date.now());
  const [times, setTimes] = useState<readonly number[]>([]);
  return {
    pace: useMemo(() => paceOf(startedAt, times), [startedAt, times]),
    tick: () => setTimes((known) => [...known, Date.now()]),
  };
}

/** One person's way through the questions. A new person or filter is a new sitting (give it a key). */
export function useSitting(queue: Questions, memberId: string | undefined, isStale: boolean): Sitting {
  const [trail, dispatch] = useReducer(move, START);
  const [reason, setReason] = useState("");
  const [pending, setPending] = useState<Answer | null>(null);
  const isBusy = useRef(false);
  const { run } = useMutate("check.answer");
  const { pace, tick } = usePace();
  useTurns(dispatch);

  const question = onShow(trail, queue.first);
  const placementId = question?.placementId ?? null;
  const before = trail.steps[trail.at] ?? trail.held;
  useEffect(() => dispatch({ type: "pin", placementId }), [placementId]);
  const [shownFor, setShownFor] = useState(placementId);
  if (shownFor !== placementId) {
    setShownFor(placementId);
    setReason(before?.reason ?? "");
  }

  // It ends with the page that shows the next question, not before.
  useLayoutEffect(() => {
    isBusy.current = pending !== null;
  }, [pending]);

  const answer = async (given: Answer) => {
    // A press that comes before the next question is on show must not answer one nobody has read.
    if (question === null || isBusy.current || isStale) {
      return;
    }
    isBusy.current = true;
    setPending(given);
    const words = reason.trim();
    const earlier = planState().undo?.seq;
    await run({
      placementIds: [question.placementId],
      answer: given,
      reason: words,
      ...(memberId !== undefined && { memberId }),
    });
    // What comes next is the first of the queue as this answer leaves it.
    await untilOnShow();
    setPending(null);
    const seq = planState().undo?.seq;
    if (seq !== undefined && seq !== earlier) {
      tick();
      dispatch({ type: "answer", step: { question, answer: given, reason: words, seq } });
    }
  };

  const answered = countAnswered(trail);
  return {
    question,
    before,
    reason,
    setReason,
    pending,
    answer: (given) => void answer(given),
    skip: () => question && pending === null && dispatch({ type: "skip", question }),
    back: () => dispatch({ type: "back" }),
    canGoBack: trail.at > 0,
    askLeft: () => dispatch({ type: "again", queue: queue.first }),
    next: ahead(trail, queue.first).slice(0, 4),
    last: trail.steps.findLast((step) => step.answer !== null) ?? null,
    answered,
    left: countLeft(trail, queue.first),
    total: queue.total + countSettled(trail, queue.first),
    pace,
  };
}
