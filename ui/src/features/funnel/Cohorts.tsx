import type { CohortRow } from "@/bindings/CohortRow";
import type { FunnelReport } from "@/bindings/FunnelReport";
import type { Stage } from "@/bindings/Stage";
import { Card } from "@/components/Card";
import { Table, TableRow } from "@/components/Table";
import { LOCALE } from "@/locale";
import { conversionOf, sayPeriod, UNIT_WORDS } from "@/words/funnel";
import { sayShare } from "@/words/shares";
import { Figure } from "./Figure";
import styles from "./Funnel.module.css";

export interface CohortsProps {
  report: FunnelReport;
  stages: ReadonlyMap<string, Stage>;
}

function cellsOf({ period, stages, seam }: CohortRow, firstDeal: number) {
  const shares = stages.map((ledger, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its stage, and stages stay where they are
    <Figure key={at} of={ledger.entered} note={`of ${ledger.entered.toLocaleString(LOCALE)}`}>
      {ledger.entered === 0 ? "–" : sayShare(conversionOf(ledger))}
    </Figure>
  ));
  const deals = (
    <Figure key="seam" note={seam.direct > 0 ? `${seam.direct.toLocaleString(LOCALE)} direct` : undefined}>
      {(seam.deals + seam.direct).toLocaleString(LOCALE)}
    </Figure>
  );
  const head = <span key="period">{sayPeriod(period)}</span>;
  return firstDeal < 0
    ? [head, ...shares]
    : [head, ...shares.slice(0, firstDeal), deals, ...shares.slice(firstDeal)];
}

/** The share of each stage's visits that went on, by when they began. */
export function Cohorts({ report, stages }: CohortsProps) {
  const shown = report.stages.map(({ stageId }) => stages.get(stageId));
  const firstDeal = shown.findIndex((stage) => stage?.kind === "deal");
  const columns = shown.map((stage, at) => ({
    id: `stage${at}`,
    title: stage?.name ?? "",
    width: "minmax(4.75rem, 1fr)",
    align: "end" as const,
  }));
  const deals = { id: "deals", title: "Deals", width: "minmax(4rem, 0.8fr)", align: "end" as const };
  const between =
    firstDeal < 0 ? columns : [...columns.slice(0, firstDeal), deals, ...columns.slice(firstDeal)];
  const title = `Go on, by ${UNIT_WORDS[report.cohort].toLowerCase()} of entry`;
  return (
    <Card title={title} aside="Until now; the latest still have time" isFlush>
      <div className={styles.wide}>
        <Table
          label={title}
          columns={[{ id: "period", title: "Began", width: "minmax(6.5rem, 1.2fr)" }, ...between]}
        >
          {report.cohorts.map((row) => (
            <TableRow key={row.period.from} cells={cellsOf(row, firstDeal)} />
          ))}
        </Table>
      </div>
    </Card>
  );
}
