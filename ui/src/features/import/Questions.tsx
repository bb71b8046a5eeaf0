import { type ReactNode, useMemo, useState } from "react";
import type { MappingFields } from "@/bindings/MappingFields";
import type { Question } from "@/bindings/Question";
import { Card } from "@/components/Card";
import { ComboBox } from "@/components/ComboBox";
import { RadioGroup } from "@/components/RadioGroup";
import { SavedDate } from "@/components/SavedDate";
import { Select } from "@/components/Select";
import { TextField } from "@/components/TextField";
import { useTimeZones } from "@/rpc/lists";
import styles from "./Import.module.css";
import { withChoice } from "./mapping";

/** The question whose answers are all time zones there are. */
const ZONE = "zone";
/** The questions whose answer is a date. */
const DAYS: ReadonlySet<string> = new Set(["day", "fromDay"]);
/** So many answers are seen side by side; more are picked from a list. */
const SIDE_BY_SIDE = 5;

type Answer = (answer: string) => void;

function TextAnswer({ question, onAnswer }: { question: Question; onAnswer: Answer }) {
  const [text, setText] = useState(question.answer);
  const commit = (value: string) => {
    if (value.trim() !== question.answer) {
      onAnswer(value.trim());
    }
  };
  return (
    <TextField
      label={question.text}
      value={text}
      onChange={setText}
      onCommit={commit}
      placeholder="https://www.example.com"
      type="url"
    />
  );
}

interface OneQuestionProps {
  question: Question;
  answer: string;
  onAnswer: Answer;
}

function OneQuestion({ question, answer, onAnswer }: OneQuestionProps) {
  if (question.choice === ZONE) {
    return <ZoneAnswer question={question} onAnswer={onAnswer} />;
  }
  if (DAYS.has(question.choice)) {
    return <DayAnswer question={question} onAnswer={onAnswer} />;
  }
  if (question.options.length === 0) {
    return <TextAnswer key={question.answer} question={question} onAnswer={onAnswer} />;
  }
  const Field = question.options.length > SIDE_BY_SIDE ? Select : RadioGroup;
  return (
    <Field
      label={question.text}
      choices={question.options.map(({ value, label }) => ({ id: value, label }))}
      value={answer === "" ? null : answer}
      onChange={onAnswer}
      isRequired={question.required}
    />
  );
}

function DayAnswer({ question, onAnswer }: { question: Question; onAnswer: Answer }) {
  return (
    <SavedDate
      label={question.text}
      value={question.answer === "" ? null : question.answer}
      onSave={async (day) => {
        onAnswer(day ?? "");
        return null;
      }}
      isRequired={question.required}
    />
  );
}

function ZoneAnswer({ question, onAnswer }: { question: Question; onAnswer: Answer }) {
  const zones = useTimeZones();
  const choices = useMemo(() => zones.map((id) => ({ id, label: id.replaceAll("_", " ") })), [zones]);
  return (
    <ComboBox
      label={question.text}
      choices={choices}
      value={question.answer}
      onChange={(id) => id !== null && id !== question.answer && onAnswer(id)}
    />
  );
}

export interface QuestionsProps {
  questions: readonly Question[];
  mapping: MappingFields;
  onAnswer: (mapping: MappingFields) => void;
  /** Fields that stand beside the questions. */
  children?: ReactNode;
}

/** What only a person can know, asked once a file. */
export function Questions({ questions, mapping, onAnswer, children }: QuestionsProps) {
  if (questions.length === 0 && children === undefined) {
    return null;
  }
  return (
    <Card title="Asked once for this file">
      <div className={styles.questions}>
        {questions.map((question) => (
          <OneQuestion
            key={question.choice}
            question={question}
            answer={mapping.choices[question.choice] ?? question.answer}
            onAnswer={(answer) => onAnswer(withChoice(mapping, question.choice, answer))}
          />
        ))}
        {children}
      </div>
    </Card>
  );
}
