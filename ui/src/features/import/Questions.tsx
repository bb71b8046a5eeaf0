import { useState } from "react";
import type { MappingFields } from "@/bindings/MappingFields";
import type { Preview } from "@/bindings/Preview";
import type { Question } from "@/bindings/Question";
import { Card } from "@/components/Card";
import { RadioGroup } from "@/components/RadioGroup";
import { Select } from "@/components/Select";
import { TextField } from "@/components/TextField";
import { STATUSES } from "@/words/plan";
import { capital } from "@/words/text";
import styles from "./Import.module.css";
import { withChoice } from "./mapping";
import { tryMapping } from "./work";

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
  if (question.options.length === 0) {
    return <TextAnswer key={question.answer} question={question} onAnswer={onAnswer} />;
  }
  return (
    <RadioGroup
      label={question.text}
      choices={question.options.map(({ value, label }) => ({ id: value, label }))}
      value={answer === "" ? null : answer}
      onChange={onAnswer}
      isRequired={question.required}
    />
  );
}

const TOLD = "told";
const STATUS_CHOICES = [
  { id: TOLD, label: "Told by its address and date" },
  ...STATUSES.map((status) => ({ id: status, label: capital(status) })),
];

/** What only a person can know, asked once a file. */
export function Questions({ preview, mapping }: { preview: Preview; mapping: MappingFields }) {
  const answer = (choice: string) => (value: string) => void tryMapping(withChoice(mapping, choice, value));
  const status = mapping.choices.status ?? "";
  return (
    <Card title="Asked once for this file">
      <div className={styles.questions}>
        {preview.questions.map((question) => (
          <OneQuestion
            key={question.choice}
            question={question}
            answer={mapping.choices[question.choice] ?? question.answer}
            onAnswer={answer(question.choice)}
          />
        ))}
        <Select
          label="Status of a new piece where the file says none"
          choices={STATUS_CHOICES}
          value={status === "" ? TOLD : status}
          onChange={(id) => answer("status")(id === TOLD ? "" : id)}
        />
      </div>
    </Card>
  );
}
