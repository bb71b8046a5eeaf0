import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Paper } from "@/bindings/Paper";
import type { ReportFormat } from "@/bindings/ReportFormat";
import type { TableName } from "@/bindings/TableName";
import { RadioGroup } from "@/components/RadioGroup";
import { SaveDialog } from "@/components/SaveDialog";
import { SegmentedControl } from "@/components/SegmentedControl";
import { Select } from "@/components/Select";
import { save } from "@/rpc/save";
import { read } from "@/rpc/useCall";
import { usualPaper } from "@/words/paper";
import { sayDate } from "@/words/text";
import styles from "./ReportDialog.module.css";

/** A report, or one of its lists as a table. */
type Written = ReportFormat | "csv";

const FORMATS: Readonly<Record<Written, { label: string; detail: string }>> = {
  pdf: { label: "Document (PDF)", detail: "For the meeting: printed, or sent around" },
  xlsx: { label: "Workbook (Excel)", detail: "Every table to filter and go on with, and charts" },
  html: { label: "Page (HTML)", detail: "One file for any browser, without a script" },
  csv: { label: "Table (CSV)", detail: "One list, for any other program" },
};

const FORMAT_CHOICES = (Object.keys(FORMATS) as Written[]).map((id) => ({ id, ...FORMATS[id] }));

const TABLES: Readonly<Record<TableName, string>> = {
  gaps: "Gaps",
  cells: "Cells",
  needs: "Needs",
  placements: "Placements with both answers",
  funding: "What asks for money",
  stop: "What to stop producing",
  maturity: "Maturity",
  decisions: "Decisions",
};

const TABLE_CHOICES = (Object.keys(TABLES) as TableName[]).map((id) => ({ id, label: TABLES[id] }));

const PAPERS: readonly { id: Paper; label: string }[] = [
  { id: "a4", label: "A4" },
  { id: "letter", label: "Letter" },
];

const NONE = "none";

function useChoices() {
  const reviews = useQuery(read("review.list", {}, ["review"])).data ?? [];
  const snapshots = useQuery(read("snapshot.list", {}, ["snapshot", "member"])).data ?? [];
  return {
    reviews: [
      { id: NONE, label: "No review: the plan as it is" },
      ...reviews.map(({ id, name, heldOn }) => ({ id, label: name, detail: sayDate(heldOn) })),
    ],
    snapshots: [
      { id: NONE, label: "Nothing" },
      ...snapshots.map(({ id, name, asOf }) => ({ id, label: name, detail: sayDate(asOf) })),
    ],
  };
}

export interface ReportDialogProps {
  /** The review it is for; can be chosen where it is left out. */
  reviewId?: string;
  onClose: () => void;
}

/** What the report is for, as what it is written, and where to. */
export function ReportDialog({ reviewId, onClose }: ReportDialogProps) {
  const choices = useChoices();
  const [format, setFormat] = useState<Written>("pdf");
  const [table, setTable] = useState<TableName>("gaps");
  const [paper, setPaper] = useState<Paper>(usualPaper());
  const [review, setReview] = useState(reviewId ?? NONE);
  const [snapshot, setSnapshot] = useState(NONE);
  const write = () =>
    format === "csv"
      ? save("export.table", { table })
      : save("export.report", {
          format,
          ...(format === "pdf" && { paper }),
          ...(review !== NONE && { reviewId: review }),
          ...(review === NONE && snapshot !== NONE && { snapshotId: snapshot }),
        });
  return (
    <SaveDialog
      onClose={onClose}
      title="Report"
      text="A document that needs no explaining: coverage, gaps, needs, money, maturity and what was decided."
      onSave={write}
    >
      <div className={styles.fields}>
        <RadioGroup label="Written as" choices={FORMAT_CHOICES} value={format} onChange={setFormat} />
        {format === "pdf" && (
          <div>
            <p className={styles.label}>Paper</p>
            <SegmentedControl label="Paper" segments={PAPERS} value={paper} onChange={setPaper} />
          </div>
        )}
        {format === "csv" ? (
          <Select label="Table" choices={TABLE_CHOICES} value={table} onChange={setTable} />
        ) : (
          <Select label="For" choices={choices.reviews} value={review} onChange={setReview} />
        )}
        {format !== "csv" && review === NONE && choices.snapshots.length > 1 && (
          <Select label="Compared with" choices={choices.snapshots} value={snapshot} onChange={setSnapshot} />
        )}
      </div>
    </SaveDialog>
  );
}
