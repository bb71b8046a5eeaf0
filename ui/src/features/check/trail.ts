// The way through a sitting: what was answered or skipped, in order, so that it is possible to go back,
// and so that undo returns to what it took back.
import type { Answer } from "@/bindings/Answer";
import type { Asked } from "@/bindings/Asked";

export interface Step {
  question: Asked;
  /** null = skipped. */
  answer: Answer | null;
  reason: string;
  /** The edit that holds the answer. */
  seq: number | null;
}

export interface Trail {
  steps: readonly Step[];
  /** Answers taken back, the latest last; redo puts them into the trail again. */
  undone: readonly Step[];
  /** Which step is on show; behind the last one it is a new question. */
  at: number;
  /** The new question on show, so that a reordered queue does not take it away from under the eye. */
  pinned: string | null;
  /** A question shown again after undo, whether or not it still stands in the queue. */
  held: Step | null;
}

export const START: Trail = { steps: [], undone: [], at: 0, pinned: null, held: null };

export type Move =
  | { type: "pin"; placementId: string | null }
  | { type: "answer"; step: Step }
  | { type: "skip"; question: Asked }
  | { type: "back" }
  | { type: "again"; queue: readonly Asked[] }
  | { type: "undone"; seq: number }
  | { type: "redone"; seq: number };

function add(trail: Trail, step: Step): Trail {
  const steps =
    trail.at < trail.steps.length
      ? trail.steps.map((known, index) => (index === trail.at ? step : known))
      : [...trail.steps, step];
  return { ...trail, steps, at: trail.at + 1, pinned: null, held: null };
}

function takeBack(trail: Trail, seq: number): Trail {
  const step = trail.steps.find((known) => known.seq === seq);
  if (step === undefined) {
    return trail;
  }
  const steps = trail.steps.filter((known) => known !== step);
  return { steps, undone: [...trail.undone, step], at: steps.length, pinned: null, held: step };
}

function makeAgain(trail: Trail, seq: number): Trail {
  const step = trail.undone.find((known) => known.seq === seq);
  if (step === undefined) {
    return trail;
  }
  const steps = [...trail.steps, step];
  const undone = trail.undone.filter((known) => known !== step);
  return { steps, undone, at: steps.length, pinned: null, held: null };
}

export function move(trail: Trail, next: Move): Trail {
  switch (next.type) {
    case "pin":
      return { ...trail, pinned: next.placementId };
    case "answer":
      return add({ ...trail, undone: [] }, next.step);
    case "skip":
      return trail.at < trail.steps.length
        ? { ...trail, at: trail.at + 1 }
        : add(trail, { question: next.question, answer: null, reason: "", seq: null });
    case "back":
      return { ...trail, at: Math.max(0, trail.at - 1), held: null };
    case "again": {
      const steps = trail.steps.filter((step) => !isOpen(step, next.queue));
      return { ...trail, steps, at: steps.length, pinned: null, held: null };
    }
    case "undone":
      return takeBack(trail, next.seq);
    case "redone":
      return makeAgain(trail, next.seq);
  }
}

/** The question on show: a step gone back to, what undo returned to, what is pinned, or the next one. */
export function onShow(trail: Trail, queue: readonly Asked[]): Asked | null {
  const step = trail.steps[trail.at] ?? trail.held;
  if (step) {
    const { placementId } = step.question;
    return queue.find((asked) => asked.placementId === placementId) ?? step.question;
  }
  return ahead(trail, queue)[0] ?? null;
}

/** What is still to come, the pinned one first; what was skipped is not. */
export function ahead(trail: Trail, queue: readonly Asked[]): readonly Asked[] {
  const seen = new Set(trail.steps.map(({ question }) => question.placementId));
  const open = queue.filter(({ placementId }) => !seen.has(placementId));
  const pinned = open.filter(({ placementId }) => placementId === trail.pinned);
  return [...pinned, ...open.filter(({ placementId }) => placementId !== trail.pinned)];
}

export function countAnswered(trail: Trail): number {
  return trail.steps.filter(({ answer }) => answer !== null).length;
}

function isOpen({ question }: Step, queue: readonly Asked[]): boolean {
  return queue.some(({ placementId }) => placementId === question.placementId);
}

/** What was answered for good: an unsure and a new disagreement are asked again. */
export function countSettled(trail: Trail, queue: readonly Asked[]): number {
  return trail.steps.filter((step) => step.answer !== null && !isOpen(step, queue)).length;
}

/** What was gone through and is still asked: skipped, unsure, or in disagreement. */
export function countLeft(trail: Trail, queue: readonly Asked[]): number {
  return trail.steps.filter((step) => isOpen(step, queue)).length;
}
