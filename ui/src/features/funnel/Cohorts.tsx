import type { CohortRow } from "@/bindings/CohortRow";
import type { CohortStage } from "@/bindings/CohortStage";
import type { FunnelReport } from "@/bindings/FunnelReport";
import type { Stage } from "@/bindings/Stage";
import { Card } from "@/components/Card";
import { classes } from "@/components/classes";
import { KeepsWorking } from "@/components/KeepsWorking";
import { SegmentedControl } from "@/components/SegmentedControl";
import { Table, TableRow } from "@/components/Table";
import { LOCALE } from "@/locale";
import { Growth } from "@/parts/kpi/Growth";
import { conversionOf, FEW, sayPeriod, UNIT_WORDS } from "@/words/funnel";
import { sayShare } from "@/words/shares";
import { Figure } from "./Figure";
import styles from "./Funnel.module.css";
import { COHORTS_TELL, type CohortsTell } from "./search";

const TELL_WORDS: Readonly<Record<CohortsTell, string>> = { goOn: "Go on", entered: "Entered" };
const SEGMENTS = COHORTS_TELL.map((id) => ({ id, label: TELL_WORDS[id] }));

/** By how much more came than in the cohort before; of too few it is quiet, and says of how many. */
function Grown({ of: { before, growth } }: { of: CohortStage }) {
  if (growth === null || before === null) {
    return <>no data</>;
  }
  const isFew = before < FEW;
  return (
    <span className={styles.grown}>
      <Growth growth={growth} sense={isFew ? "neither" : "more"} />
      {isFew && <span>of {before.toLocaleString(LOCALE)}</span>}
    </span>
  );
}

function StageCell({ of, tells }: { of: CohortStage; tells: CohortsTell }) {
  return tells === "entered" ? (
    <Figure note={<Grown of={of} />}>{of.entered.toLocaleString(LOCALE)}</Figure>
  ) : (
    <Figure of={of.entered} note={`of ${of.entered.toLocaleString(LOCALE)}`}>
      {of.entered === 0 ? "–" : sayShare(conversionOf(of))}
    </Figure>
  );
}

function Began({ period, isOpen }: CohortRow) {
  return (
    <span className={styles.began}>
      {sayPeriod(period)}
      {isOpen && <span className={styles.note}>not over yet</span>}
    </span>
  );
}

function cellsOf(row: CohortRow, firstDeal: number, tells: CohortsTell) {
  const { stages, seam } = row;
  const shown = stages.map((stage, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its stage, and stages stay where they are
    <StageCell key={at} of={stage} tells={tells} />
  ));
  const deals = (
    <Figure key="seam" note={seam.direct > 0 ? `${seam.direct.toLocaleString(LOCALE)} direct` : undefined}>
      {(seam.deals + seam.direct).toLocaleString(LOCALE)}
    </Figure>
  );
  const head = <Began key="period" {...row} />;
  return firstDeal < 0
    ? [head, ...shown]
    : [head, ...shown.slice(0, firstDeal), deals, ...shown.slice(firstDeal)];
}

function columnsOf(shown: readonly (Stage | undefined)[], firstDeal: number) {
  const stages = shown.map((stage, at) => ({
    id: `stage${at}`,
    title: stage?.name ?? "",
    width: "minmax(5.25rem, 1fr)",
    align: "end" as const,
  }));
  const period = { id: "period", title: "Began", width: "minmax(6.5rem, 1.2fr)" };
  const deals = { id: "deals", title: "Deals", width: "minmax(4rem, 0.8fr)", align: "end" as const };
  return firstDeal < 0
    ? [period, ...stages]
    : [period, ...stages.slice(0, firstDeal), deals, ...stages.slice(firstDeal)];
}

export interface CohortsProps {
  report: FunnelReport;
  stages: ReadonlyMap<string, Stage>;
  tells: CohortsTell;
  onTells: (tells: CohortsTell) => void;
}

/** By when visits began: how many came, against the cohort before, or the share of them that went on. */
export function Cohorts({ report, stages, tells, onTells }: CohortsProps) {
  const shown = report.stages.map(({ stageId }) => stages.get(stageId));
  const firstDeal = shown.findIndex((stage) => stage?.kind === "deal");
  const unit = UNIT_WORDS[report.cohort].toLowerCase();
  const title = `${TELL_WORDS[tells]}, by ${unit} of entry`;
  return (
    <Card
      title={title}
      aside={
        tells === "entered"
          ? `Growth on the ${unit} before; on fewer than ${FEW} it tells little`
          : "Until now; the latest still have time"
      }
      actions={
        <KeepsWorking>
          <SegmentedControl label="Cohorts tell" segments={SEGMENTS} value={tells} onChange={onTells} />
        </KeepsWorking>
      }
      isFlush
    >
      <div className={classes(styles.wide, styles.twoLines)}>
        <Table label={title} columns={columnsOf(shown, firstDeal)}>
          {report.cohorts.map((row) => (
            <TableRow key={row.period.from} cells={cellsOf(row, firstDeal, tells)} />
          ))}
        </Table>
      </div>
    </Card>
  );
}
