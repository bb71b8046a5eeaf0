import type { StageTotal } from "@/bindings/StageTotal";
import { Card } from "@/components/Card";
import { Table, TableRow } from "@/components/Table";
import { LOCALE } from "@/locale";
import { sayShare } from "@/words/shares";
import { saySum, sayUncounted } from "@/words/sums";
import { Figure } from "./Figure";

const COLUMNS = [
  { id: "stage", title: "Stage", width: "minmax(9rem, 2fr)" },
  { id: "count", title: "Counted", width: "minmax(5rem, 1fr)", align: "end" },
  { id: "share", title: "Of the one before", width: "minmax(8rem, 1fr)", align: "end" },
  { id: "value", title: "Value", width: "minmax(9rem, 1.5fr)", align: "end" },
] as const;

function cellsOf({ name, count, ofBefore, value }: StageTotal, before: number | undefined) {
  const hasValue = value.counted + value.unconverted > 0;
  return [
    <span key="stage">{name}</span>,
    <Figure key="count">{count.toLocaleString(LOCALE)}</Figure>,
    <Figure key="share" of={before}>
      {ofBefore === null ? "–" : sayShare(ofBefore)}
    </Figure>,
    <Figure key="value" note={sayUncounted(value) ?? undefined}>
      {hasValue ? saySum(value) : "–"}
    </Figure>,
  ];
}

/** What files count by stage without naming anybody. */
export function Totals({ totals }: { totals: readonly StageTotal[] }) {
  return (
    <Card
      title="From totals"
      aside="These files name no person: what became of each, and how long it took, needs identities"
      isFlush
    >
      <Table label="From totals" columns={COLUMNS}>
        {totals.map((total, at) => (
          <TableRow key={total.name} cells={cellsOf(total, totals[at - 1]?.count)} />
        ))}
      </Table>
    </Card>
  );
}
