import type { TakenIn } from "@/bindings/TakenIn";
import { Button } from "@/components/Button";
import { Faults } from "./AnswersPage";
import { leaveAnswers } from "./answering";
import { sayTaken } from "./answerWords";
import { Outcome, useStanding } from "./Outcome";
import { SeeTheMap } from "./SeeTheMap";

/** What became of somebody's answers. */
export function AnswersDone({ file, taken }: { file: string; taken: TakenIn }) {
  const hasChanged = taken.checks + taken.needs > 0;
  return (
    <Outcome
      title="Read answers"
      file={file}
      said={sayTaken(taken)}
      standing={useStanding(hasChanged)}
      {...(hasChanged && { note: "One undo takes all of it back." })}
      verbs={
        <>
          <SeeTheMap />
          <Button onPress={leaveAnswers}>Import something else</Button>
        </>
      }
    >
      <Faults faults={taken.faults} />
    </Outcome>
  );
}
