// Words of theirs whose meaning is asked for one by one: which stage, what happened.
import type { Question } from "@/bindings/Question";

export interface Meaning {
  question: Question;
  /** Their word. */
  word: string;
}

interface Asked {
  prefix: string;
  title: string;
  /** What becomes of those that are not answered. */
  until: string;
}

export const ASKED: readonly Asked[] = [
  {
    prefix: "stage:",
    title: "Stages in this file",
    until: "a stage without an answer is none of yours",
  },
  { prefix: "activity:", title: "What happened", until: "without an answer it counts as something else" },
];

export function meaningsOf(questions: readonly Question[], { prefix }: Asked): Meaning[] {
  return questions
    .filter(({ choice }) => choice.startsWith(prefix))
    .map((question) => ({ question, word: question.choice.slice(prefix.length) }));
}

/** The questions that are asked one by one in words. */
export function othersOf(questions: readonly Question[]): Question[] {
  return questions.filter(({ choice }) => !ASKED.some(({ prefix }) => choice.startsWith(prefix)));
}
