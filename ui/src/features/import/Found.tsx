import { useRef } from "react";
import type { Preview } from "@/bindings/Preview";
import type { SourceKind } from "@/bindings/SourceKind";
import { Card } from "@/components/Card";
import { Chip } from "@/components/Chip";
import { Select } from "@/components/Select";
import { useLostFocus } from "./focus";
import styles from "./Import.module.css";
import { type Count, countsOf, sayCounted, sayPlanned } from "./tally";
import { type Previewing, readSheet } from "./work";

const KINDS: Readonly<Record<SourceKind, string>> = {
  table: "Table",
  workbook: "Workbook",
  sitemap: "Sitemap",
  markdown: "Folder of Markdown",
};

/** "Table · 7 rows · 4 columns · separated by semicolon · Windows-1252 · header in line 4" */
function sayFound({ origin, headerLine, tally, columns }: Preview): string {
  const facts = [
    KINDS[origin.kind],
    sayCounted(tally.read, "row"),
    sayCounted(columns.length, "column"),
    origin.delimiter === null ? "" : `separated by ${origin.delimiter}`,
    origin.encoding?.replace("windows", "Windows") ?? "",
    headerLine > 1 ? `header in line ${headerLine}` : "",
  ];
  return facts.filter(Boolean).join(" · ");
}

export function Counts({ counts }: { counts: readonly Count[] }) {
  // One figure alone says no more than the sentence above it.
  return counts.length < 2 ? null : (
    <ul className={styles.chips} aria-label="In figures">
      {counts.map(({ id, text, tone }) => (
        <li key={id}>
          <Chip tone={tone}>{text}</Chip>
        </li>
      ))}
    </ul>
  );
}

export function Notes({ notes }: { notes: readonly string[] }) {
  return notes.length === 0 ? null : (
    <ul className={styles.notes} aria-label="Worth knowing">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

export function Found({ work }: { work: Previewing }) {
  const { preview, doing } = work;
  const { origin, tally } = preview;
  const sentence = useRef<HTMLParagraphElement>(null);
  useLostFocus(sentence);
  return (
    <Card>
      <div className={styles.stack} aria-busy={doing === "preview"}>
        <div className={styles.found}>
          <p className={styles.note}>{sayFound(preview)}</p>
          {origin.sheets.length > 1 && (
            <div className={styles.sheet}>
              <Select
                label="Sheet"
                choices={origin.sheets.map((sheet) => ({ id: sheet, label: sheet }))}
                value={origin.sheet}
                onChange={(sheet) => void readSheet(sheet)}
              />
            </div>
          )}
        </div>
        <p ref={sentence} className={styles.sentence} role="status" tabIndex={-1}>
          {sayPlanned(tally)}
        </p>
        <Counts counts={countsOf(tally, "planned")} />
        {tally.formats.length > 0 && <p className={styles.note}>New formats: {tally.formats.join(", ")}.</p>}
        <Notes notes={preview.notes} />
      </div>
    </Card>
  );
}
