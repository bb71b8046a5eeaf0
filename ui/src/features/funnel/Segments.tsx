import { useState } from "react";
import type { FunnelDimension } from "@/bindings/FunnelDimension";
import type { FunnelReport } from "@/bindings/FunnelReport";
import type { FunnelSegment } from "@/bindings/FunnelSegment";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { KeepsWorking } from "@/components/KeepsWorking";
import { Select } from "@/components/Select";
import { Table, TableRow } from "@/components/Table";
import { LOCALE } from "@/locale";
import { FUNNEL_DIMENSION_WORDS, FUNNEL_DIMENSIONS, sayDays } from "@/words/funnel";
import { sayShare } from "@/words/shares";
import { Figure } from "./Figure";
import styles from "./Funnel.module.css";

/** More than these are for whoever asks. */
const FIRST = 12;

const CHOICES = FUNNEL_DIMENSIONS.map((id) => ({ id, label: FUNNEL_DIMENSION_WORDS[id] }));

function cellsOf({ name, leads, deals, won, daysToDeal, timedDeals, daysToWon, timedWon }: FunnelSegment) {
  const of = (part: number) => (leads === 0 ? null : part / leads);
  return [
    <span key="name" className={styles.segment} data-unknown={name === "" || undefined}>
      {name === "" ? "Unknown" : name}
    </span>,
    <Figure key="leads">{leads.toLocaleString(LOCALE)}</Figure>,
    <Figure key="deals" of={leads} note={deals.toLocaleString(LOCALE)}>
      {sayShare(of(deals))}
    </Figure>,
    <Figure key="toDeal" of={timedDeals}>
      {sayDays(daysToDeal)}
    </Figure>,
    <Figure key="won" of={leads} note={won.toLocaleString(LOCALE)}>
      {sayShare(of(won))}
    </Figure>,
    <Figure key="toWon" of={timedWon}>
      {sayDays(daysToWon)}
    </Figure>,
  ];
}

export interface SegmentsProps {
  report: FunnelReport;
  onBy: (by: FunnelDimension) => void;
}

/** How many leads of each kind became deals, and how long that took. */
export function Segments({ report, onBy }: SegmentsProps) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? report.segments : report.segments.slice(0, FIRST);
  const columns = [
    { id: "name", title: FUNNEL_DIMENSION_WORDS[report.by], width: "minmax(9rem, 2fr)" },
    { id: "leads", title: "Leads", width: "minmax(5rem, 1fr)", align: "end" },
    { id: "deals", title: "Became deals", width: "minmax(6.5rem, 1fr)", align: "end" },
    { id: "toDeal", title: "Deal after", width: "minmax(6rem, 1fr)", align: "end" },
    { id: "won", title: "Won", width: "minmax(6rem, 1fr)", align: "end" },
    { id: "toWon", title: "Won after", width: "minmax(6rem, 1fr)", align: "end" },
  ] as const;
  return (
    <Card
      title="Time to convert"
      actions={
        <KeepsWorking>
          <span className={styles.choose}>
            <Select label="Leads by" isLabelHidden choices={CHOICES} value={report.by} onChange={onBy} />
          </span>
        </KeepsWorking>
      }
      isFlush
    >
      <Table label="Time to convert" columns={columns}>
        {shown.map((segment) => (
          <TableRow key={segment.name} cells={cellsOf(segment)} />
        ))}
      </Table>
      {report.segments.length > shown.length && (
        <div className={styles.more}>
          <Button look="quiet" onPress={() => setAll(true)}>
            Show all {report.segments.length.toLocaleString(LOCALE)}
          </Button>
        </div>
      )}
    </Card>
  );
}
