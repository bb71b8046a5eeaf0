import type { TakenIn } from "@/bindings/TakenIn";
import { Faults } from "./AnswersPage";
import { leaveAnswers } from "./answering";
import { sayTaken } from "./answerWords";
import { Outcome } from "./Outcome";

/** What became of somebody's answers. */
export function AnswersDone({ file, taken }: { file: string; taken: TakenIn }) {
  return (
    <Outcome
      title="Read answers"
      file={file}
      said={sayTaken(taken)}
      hasChanged={taken.checks + taken.needs > 0}
      onLeave={leaveAnswers}
    >
      <Faults faults={taken.faults} />
    </Outcome>
  );
}
