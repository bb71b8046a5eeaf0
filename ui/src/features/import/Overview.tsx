import { type ReactNode, useRef } from "react";
import { Card } from "@/components/Card";
import { Chip } from "@/components/Chip";
import { useLostFocus } from "./focus";
import styles from "./Import.module.css";

export interface Figure {
  id: string;
  text: string;
  tone?: "plain" | "warning" | "danger";
}

export interface OverviewProps {
  /** What taking the file in would do. */
  sentence: string;
  counts: readonly Figure[];
  children?: ReactNode;
}

/** A file that was read, in a sentence and in figures. */
export function Overview({ sentence, counts, children }: OverviewProps) {
  const said = useRef<HTMLParagraphElement>(null);
  useLostFocus(said);
  return (
    <Card>
      <div className={styles.stack}>
        <p ref={said} className={styles.sentence} role="status" tabIndex={-1}>
          {sentence}
        </p>
        {counts.length > 0 && (
          <ul className={styles.chips} aria-label="In figures">
            {counts.map(({ id, text, tone = "plain" }) => (
              <li key={id}>
                <Chip tone={tone}>{text}</Chip>
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </Card>
  );
}
