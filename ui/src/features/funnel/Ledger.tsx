import { Link } from "@tanstack/react-router";
import type { FunnelReport } from "@/bindings/FunnelReport";
import type { FunnelStage } from "@/bindings/FunnelStage";
import type { Stage } from "@/bindings/Stage";
import { Card } from "@/components/Card";
import { Table, TableRow } from "@/components/Table";
import { LOCALE } from "@/locale";
import { conversionOf, sayDays } from "@/words/funnel";
import { sayShare } from "@/words/shares";
import { Figure } from "./Figure";
import styles from "./Funnel.module.css";

const COLUMNS = [
  { id: "stage", title: "Stage", width: "minmax(8rem, 1.6fr)" },
  { id: "entered", title: "Entered", width: "minmax(4.5rem, 1fr)", align: "end" },
  { id: "advanced", title: "Advanced", width: "minmax(5rem, 1fr)", align: "end" },
  { id: "back", title: "Moved back", width: "minmax(5.5rem, 1fr)", align: "end" },
  { id: "lost", title: "Lost", width: "minmax(4rem, 0.8fr)", align: "end" },
  { id: "here", title: "Still here", width: "minmax(5rem, 1fr)", align: "end" },
  { id: "goOn", title: "Go on", width: "minmax(6rem, 1fr)", align: "end" },
  { id: "days", title: "Median stay", width: "minmax(5.5rem, 1fr)", align: "end" },
] as const;

const count = (value: number) => value.toLocaleString(LOCALE);

interface RowProps {
  stage: Stage;
  ledger: FunnelStage;
  journey: string | undefined;
}

function Here({ stage, ledger, journey }: RowProps) {
  const open = ledger.openDays === null ? undefined : `for ${sayDays(ledger.openDays)}`;
  if (stage.kind !== "lead" || ledger.here === 0) {
    return <Figure note={open}>{count(ledger.here)}</Figure>;
  }
  const search = { stage: stage.id, ...(journey !== undefined && { journey }) };
  return (
    <span className={styles.stack}>
      <Link to="/leads" search={search as never} className={styles.link} title="Show these leads">
        {count(ledger.here)}
      </Link>
      {open !== undefined && <span className={styles.note}>{open}</span>}
    </span>
  );
}

function cellsOf(props: RowProps) {
  const { stage, ledger } = props;
  const share = conversionOf(ledger);
  const inferred = ledger.inferred > 0 ? `${count(ledger.inferred)} passed through` : undefined;
  return [
    <span key="stage" className={styles.name}>
      {stage.name}
    </span>,
    <Figure key="entered" note={inferred}>
      {count(ledger.entered)}
    </Figure>,
    <Figure key="advanced">{count(ledger.advanced)}</Figure>,
    <Figure key="back">{count(ledger.movedBack)}</Figure>,
    <Figure key="lost">{count(ledger.lost)}</Figure>,
    <Here key="here" {...props} />,
    <Figure key="goOn" of={ledger.entered}>
      {sayShare(share)}
    </Figure>,
    <Figure key="days" of={ledger.timed}>
      {sayDays(ledger.days)}
    </Figure>,
  ];
}

/** Where the unit changes from leads to deals. */
function SeamRow({ report: { seam } }: { report: FunnelReport }) {
  return (
    <div role="row" className={styles.seam}>
      <span role="cell">
        <strong>{count(seam.leads)}</strong> {seam.leads === 1 ? "lead" : "leads"} →{" "}
        <strong>{count(seam.deals)}</strong> {seam.deals === 1 ? "deal" : "deals"}, and{" "}
        <strong>{count(seam.direct)}</strong> direct, without a lead
      </span>
    </div>
  );
}

export interface LedgerProps {
  report: FunnelReport;
  stages: ReadonlyMap<string, Stage>;
  journey: string | undefined;
}

/** What came into each stage, and what became of it: every row adds up. */
export function Ledger({ report, stages, journey }: LedgerProps) {
  const rows = report.stages.flatMap((ledger) => {
    const stage = stages.get(ledger.stageId);
    return stage === undefined ? [] : [{ stage, ledger }];
  });
  const firstDeal = rows.findIndex(({ stage }) => stage.kind === "deal");
  return (
    <Card
      title="What became of every visit"
      aside="Entered = advanced + moved back + lost + still here"
      isFlush
    >
      <div className={styles.wide}>
        <Table label="What became of every visit" columns={COLUMNS}>
          {rows.map(({ stage, ledger }, at) => [
            at === firstDeal && <SeamRow key="seam" report={report} />,
            <TableRow key={stage.id} cells={cellsOf({ stage, ledger, journey })} />,
          ])}
        </Table>
      </div>
    </Card>
  );
}
