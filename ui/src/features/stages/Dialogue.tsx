import { Link, useNavigate } from "@tanstack/react-router";
import { MessageCircleQuestion } from "lucide-react";
import type { DialogueAnswer } from "@/bindings/DialogueAnswer";
import type { DialogueLine } from "@/bindings/DialogueLine";
import type { DialogueStage } from "@/bindings/DialogueStage";
import type { Persona } from "@/bindings/Persona";
import type { Stage } from "@/bindings/Stage";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Sign } from "@/components/Sign";
import { Skeleton } from "@/components/Skeleton";
import { NEED_SIGNS, needForeground } from "@/style/needs";
import { NEED_STATUS_WORDS } from "@/words/plan";
import { capital } from "@/words/text";
import styles from "./Dialogue.module.css";
import { useDialogue } from "./queries";

function Answer({ answer: { assetId, title, standing, takeaways } }: { answer: DialogueAnswer }) {
  return (
    <li>
      <Link to="/assets/$assetId" params={{ assetId }} className={styles.asset}>
        {title}
      </Link>
      {standing !== "live" && <span className={styles.standing}>{standing}</span>}
      {takeaways.length > 0 && (
        <ul className={styles.takeaways}>
          {takeaways.map((takeaway) => (
            <li key={takeaway}>{takeaway}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Line({ line, onOpen }: { line: DialogueLine; onOpen: () => void }) {
  const { kind, text, status, importance, answers, declined } = line;
  return (
    <li className={styles.line}>
      <button type="button" className={styles.asked} onClick={onOpen}>
        {kind === "objection" ? text : `“${text}”`}
      </button>
      <p className={styles.facts}>
        {kind === "objection" ? "objection" : "question"} · {importance} ·{" "}
        <span className={styles.status} style={{ color: needForeground(status) }}>
          <Sign name={NEED_SIGNS[status]} />
          {NEED_STATUS_WORDS[status]}
        </span>
      </p>
      {declined !== null && status === "declined" && <p className={styles.declined}>{declined}</p>}
      {answers.length > 0 && (
        <ul className={styles.answers} aria-label={`What answers “${text}”`}>
          {answers.map((answer) => (
            <Answer key={answer.assetId} answer={answer} />
          ))}
        </ul>
      )}
    </li>
  );
}

interface StopProps {
  name: string;
  stop: DialogueStage;
  onOpen: (needId: string) => void;
}

function Stop({ name, stop: { applicable, lines }, onOpen }: StopProps) {
  return (
    <li className={styles.stop}>
      <h2 className={styles.stage}>{name}</h2>
      {lines.length > 0 ? (
        <ul className={styles.lines} aria-label={`Asked at ${name}`}>
          {lines.map((line) => (
            <Line key={line.needId} line={line} onOpen={() => onOpen(line.needId)} />
          ))}
        </ul>
      ) : (
        <p className={styles.silent}>
          {applicable ? "Nothing is known to be asked here." : "Not applicable."}
        </p>
      )}
    </li>
  );
}

export interface DialogueProps {
  /** Nobody where there are no personas yet. */
  persona: Persona | undefined;
  journeyId: string;
  stages: readonly Stage[];
  onOpen: (needId: string) => void;
}

/** What a persona asks and objects on the way, from the first stage to the last, and what answers it. */
export function Dialogue({ persona, ...rest }: DialogueProps) {
  const navigate = useNavigate();
  return persona === undefined ? (
    <EmptyState
      icon={MessageCircleQuestion}
      title="Who asks?"
      text="A buyer dialogue is what one persona asks and objects from the first stage to the last, and what answers it. Name those who take part in the decision first."
      action={<Button onPress={() => void navigate({ to: "/personas" })}>Go to the personas</Button>}
    />
  ) : (
    <DialogueWith persona={persona} {...rest} />
  );
}

function DialogueWith({ persona, journeyId, stages, onOpen }: DialogueProps & { persona: Persona }) {
  const data = useDialogue(persona.id, journeyId);
  if (data === undefined) {
    return <Skeleton lines={8} />;
  }
  if (data.every(({ lines }) => lines.length === 0)) {
    return (
      <EmptyState
        icon={MessageCircleQuestion}
        title={`What does the ${persona.name} ask?`}
        text="Questions and objections of this persona stand here from the first stage to the last, with what answers them. Enter one under its stage, such as “/question What does it cost? for CFO”."
      />
    );
  }
  const name = (id: string) => stages.find((stage) => stage.id === id)?.name ?? "";
  return (
    <ol className={styles.dialogue} aria-label={`${capital(persona.name)}, stage by stage`}>
      {data.map((stop) => (
        <Stop key={stop.stageId} name={name(stop.stageId)} stop={stop} onOpen={onOpen} />
      ))}
    </ol>
  );
}
