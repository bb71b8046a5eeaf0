import { Link } from "@tanstack/react-router";
import { Coins } from "lucide-react";
import type { Funding as Answer } from "@/bindings/Funding";
import type { FundingLine } from "@/bindings/FundingLine";
import type { FundingList } from "@/bindings/FundingList";
import { EmptyState } from "@/components/EmptyState";
import { SegmentedControl } from "@/components/SegmentedControl";
import { Table, TableRow } from "@/components/Table";
import { MoneyField } from "@/parts/MoneyField";
import { mutate, mutateField } from "@/rpc/mutate";
import { sayRoundMoney } from "@/words/money";
import { saySum, sayUncounted } from "@/words/sums";
import { sayDate } from "@/words/text";
import { type PlaceNames, usePlaceNames } from "./queries";
import styles from "./Reviews.module.css";

const COLUMNS = [
  { id: "what", title: "Planned asset", width: "minmax(12rem, 3fr)" },
  { id: "gap", title: "Largest gap it closes", width: "minmax(9rem, 2fr)" },
  { id: "budget", title: "Budget", width: "minmax(6.5rem, 1fr)" },
  { id: "answer", title: "Make it?", width: "auto" },
] as const;

const SEGMENTS = [
  { id: "fund", label: "Fund" },
  { id: "not now", label: "Not now" },
  { id: "open", label: "Not asked" },
] as const satisfies readonly { id: Answer | "open"; label: string }[];

function sayGap({ gap, personaId, stageId }: FundingLine, names: PlaceNames): string {
  return gap === null
    ? "None: it is placed at no gap"
    : `${names.persona(personaId)} at ${names.stage(stageId)}, ${Math.round(gap)} of 100`;
}

function sayFacts({ format, status, owner, dueOn, usual }: FundingLine): string {
  const facts = [format, status, owner, dueOn === null ? "" : `due ${sayDate(dueOn)}`];
  const cost = usual === null ? "" : `such a piece has cost ${sayRoundMoney(usual.mean)}`;
  return [...facts, cost].filter((fact) => fact !== "").join(" · ");
}

function answer(line: FundingLine, next: Answer | "open") {
  const said = next === "fund" ? "is funded" : next === "not now" ? "is put off" : "is not answered";
  return mutate(
    "asset.update",
    { id: line.assetId, set: { funding: next === "open" ? null : next } },
    { toast: `${line.title} ${said}` },
  );
}

function Line({ line, names }: { line: FundingLine; names: PlaceNames }) {
  return (
    <TableRow
      cells={[
        <div key="what" className={styles.told}>
          <Link to="/assets/$assetId" params={{ assetId: line.assetId }} className={styles.link}>
            {line.title}
          </Link>
          <span className={styles.quiet}>{sayFacts(line)}</span>
        </div>,
        <span key="gap" className={styles.quiet}>
          {sayGap(line, names)}
        </span>,
        <div key="budget" className={styles.amount}>
          <MoneyField
            isLabelHidden
            isQuiet
            label={`Budget of ${line.title}`}
            value={line.budget}
            onSave={(budget) => mutateField("asset.update", { id: line.assetId, set: { budget } })}
          />
        </div>,
        <SegmentedControl
          key="answer"
          label={`Is ${line.title} to be made?`}
          segments={SEGMENTS}
          value={line.funding ?? "open"}
          onChange={(next) => void answer(line, next)}
        />,
      ]}
    />
  );
}

/** The sums of what is asked for, funded and put off. */
export function FundingSums({ funding }: { funding: FundingList }) {
  const sums = [
    { id: "asked", label: "Asked for", sum: funding.asked },
    { id: "funded", label: "Funded", sum: funding.funded },
    { id: "later", label: "Not now", sum: funding.notNow },
  ];
  return (
    <dl className={styles.sums} aria-label="Budgets">
      {sums.map(({ id, label, sum }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            {saySum(sum)}
            {sayUncounted(sum) !== null && <span className={styles.quiet}>{sayUncounted(sum)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const NOTHING =
  "Ideas and planned assets stand here until they are out, those first that close the largest gap. A reviewer answers each with Fund or Not now, and a budget.";

/** Planned content that asks for money. */
export function Funding({ funding }: { funding: FundingList }) {
  const names = usePlaceNames();
  if (funding.lines.length === 0) {
    return <EmptyState isCompact icon={Coins} title="Nothing is planned" text={NOTHING} />;
  }
  return (
    <div className={styles.stack}>
      <FundingSums funding={funding} />
      <Table label="Planned assets" columns={COLUMNS}>
        {funding.lines.map((line) => (
          <Line key={line.assetId} line={line} names={names} />
        ))}
      </Table>
    </div>
  );
}
