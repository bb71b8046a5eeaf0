import { useState } from "react";
import type { MappingFields } from "@/bindings/MappingFields";
import { Card } from "@/components/Card";
import { Select } from "@/components/Select";
import { Table, TableRow } from "@/components/Table";
import shared from "../Import.module.css";
import { withChoice } from "../mapping";
import { sayCounted } from "../tally";
import styles from "./Facts.module.css";
import { answerOf } from "./holding";
import type { Meaning } from "./meanings";

const COLUMNS = [
  { id: "theirs", title: "Their word", width: "minmax(9rem, 20rem)" },
  { id: "ours", title: "Means", width: "minmax(13rem, 1fr)" },
] as const;

export interface MeaningsCardProps {
  title: string;
  /** What becomes of those that are not answered. */
  until: string;
  meanings: readonly Meaning[];
  mapping: MappingFields;
  onAnswer: (mapping: MappingFields) => void;
}

/** What was not answered when the file was first looked at comes first; nothing moves while it is answered. */
function useOrder(meanings: readonly Meaning[]): Meaning[] {
  const [open] = useState(
    () => new Set(meanings.filter(({ question }) => question.answer === "").map(({ word }) => word)),
  );
  const isFirst = ({ word }: Meaning) => (open.has(word) ? 0 : 1);
  return meanings.toSorted((one, other) => isFirst(one) - isFirst(other));
}

/** What their words mean, each picked from what there is. Give it a key of the file. */
export function MeaningsCard({ title, until, meanings, mapping, onAnswer }: MeaningsCardProps) {
  const ordered = useOrder(meanings);
  const left = meanings.filter(({ question }) => answerOf(question, mapping) === "").length;
  const aside = left > 0 ? `${sayCounted(left, "word")} not answered: ${until}` : "all answered";
  return (
    <Card title={title} aside={aside} isFlush>
      <div className={shared.scroll}>
        <Table label={title} columns={COLUMNS}>
          {ordered.map(({ question, word }) => {
            const answer = answerOf(question, mapping);
            return (
              <TableRow
                key={question.choice}
                cells={[
                  <span key="theirs" className={shared.theirs}>
                    {word}
                  </span>,
                  <div key="ours" className={styles.meaning}>
                    <Select
                      label={question.text}
                      isLabelHidden
                      choices={question.options.map(({ value, label }) => ({ id: value, label }))}
                      value={answer === "" ? null : answer}
                      onChange={(id) => onAnswer(withChoice(mapping, question.choice, id))}
                    />
                  </div>,
                ]}
              />
            );
          })}
        </Table>
      </div>
    </Card>
  );
}
