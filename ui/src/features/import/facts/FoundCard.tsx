import { CircleAlert } from "lucide-react";
import { useRef } from "react";
import type { Question } from "@/bindings/Question";
import { Card } from "@/components/Card";
import { classes } from "@/components/classes";
import { Select } from "@/components/Select";
import { Notes } from "../Found";
import { useLostFocus } from "../focus";
import shared from "../Import.module.css";
import { withChoice } from "../mapping";
import styles from "./Facts.module.css";
import { KIND, sayHeld, sayMissing, sayStaysOut } from "./holding";
import { type Previewing, readSheet, tryMapping } from "./taking";
import { sayFound } from "./words";

interface KindFieldProps {
  question: Question;
  onChange: (kind: string) => void;
}

/** What the file was taken for, to be set right. */
function KindField({ question: { options, answer }, onChange }: KindFieldProps) {
  return (
    <div className={styles.kind}>
      <Select
        label="What this file holds"
        choices={options.map(({ value, label }) => ({ id: value, label }))}
        value={answer}
        onChange={(kind) => kind !== answer && onChange(kind)}
      />
    </div>
  );
}

/** What the file holds, and what is still to be said of it. */
export function FoundCard({ work: { preview, mapping, doing } }: { work: Previewing }) {
  const sentence = useRef<HTMLParagraphElement>(null);
  useLostFocus(sentence);
  const { sheets, sheet } = preview.origin;
  const kind = preview.questions.find(({ choice }) => choice === KIND);
  const missing = sayMissing(preview, mapping);
  return (
    <Card>
      <div className={shared.found} aria-busy={doing === "preview"}>
        <div className={classes(shared.stack, styles.said)}>
          <p className={shared.note}>{sayFound(preview)}</p>
          <div role="status" className={shared.stack}>
            <p ref={sentence} className={shared.sentence} tabIndex={-1}>
              {sayHeld(preview.kind, mapping)}
            </p>
            {missing !== null && (
              <p className={styles.missing}>
                <CircleAlert aria-hidden size={16} />
                {missing}
              </p>
            )}
          </div>
          <Notes notes={[...sayStaysOut(preview.questions), ...preview.notes]} />
        </div>
        <div className={styles.pickers}>
          {kind !== undefined && (
            <KindField
              question={kind}
              onChange={(held) => void tryMapping(withChoice(mapping, KIND, held))}
            />
          )}
          {sheets.length > 1 && (
            <div className={shared.sheet}>
              <Select
                label="Sheet"
                choices={sheets.map((id) => ({ id, label: id }))}
                value={sheet}
                onChange={(id) => void readSheet(id)}
              />
            </div>
          )}
        </div>
      </div>
    </Card>
  );
}
