import { Link } from "@tanstack/react-router";
import type { VerifyList } from "@/bindings/VerifyList";
import type { VerifyRow } from "@/bindings/VerifyRow";
import { Card } from "@/components/Card";
import { Skeleton } from "@/components/Skeleton";
import { Table, TableRow } from "@/components/Table";
import { FailureState } from "@/errors/FailureState";
import { sayAge, sayLeads } from "@/words/quality";
import { sayScore } from "@/words/scoring";
import { sayShare } from "@/words/shares";
import { LeadLink } from "./LeadLink";
import styles from "./Quality.module.css";
import { useClock, useVerify } from "./queries";

const COLUMNS = [
  { id: "lead", title: "Lead", width: "minmax(10rem, 1fr)" },
  { id: "score", title: "Score", width: "4rem", align: "end" },
  { id: "since", title: "Known to hold", width: "12rem" },
  { id: "valid", title: "Holds", width: "4.5rem", align: "end" },
] as const;

function Row({ row }: { row: VerifyRow }) {
  const clock = useClock();
  const { score, since, verified, days, valid } = row;
  return (
    <TableRow
      cells={[
        <LeadLink key="lead" lead={row} detail={row.company} />,
        <span key="score" className={styles.figure}>
          {sayScore(score)}
        </span>,
        <span key="since" className={styles.what}>
          {sayAge(days)} ago
          <span className={styles.detail}>
            {verified ? "verified" : "became a lead"} {clock.day(since)}
          </span>
        </span>,
        <span key="valid" className={styles.figure}>
          {sayShare(valid)}
        </span>,
      ]}
    />
  );
}

function Rows({ list: { rows, ranked, undated } }: { list: VerifyList }) {
  if (rows.length === 0) {
    return (
      <p className={styles.nothing}>
        {undated > 0
          ? `${sayLeads(undated)} with a score have no date to count from. Import when they were created or verified.`
          : "No lead has a score yet. Scores come from what leads do: import events, or look at the rules in "}
        {undated === 0 && (
          <Link to="/scoring" className={styles.link}>
            Scoring
          </Link>
        )}
        {undated === 0 && "."}
      </p>
    );
  }
  const rest = ranked - rows.length;
  return (
    <>
      <div className={styles.list}>
        <Table label="What to verify first" columns={COLUMNS}>
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </Table>
      </div>
      {(rest > 0 || undated > 0) && (
        <p className={styles.foot}>
          {rest > 0 && `${sayLeads(rest)} further down. `}
          {undated > 0 &&
            `${sayLeads(undated)} with a score cannot be ranked: nobody says since when they hold.`}
        </p>
      )}
    </>
  );
}

/** The leads whose score times age is highest. */
export function VerifyFirst() {
  const { data: list, error, refetch } = useVerify();
  return (
    <Card title="Verify first" aside="by score × age" isFlush>
      {error && <FailureState error={error} retry={() => void refetch()} />}
      {list === undefined && !error && (
        <div className={styles.foot}>
          <Skeleton lines={6} />
        </div>
      )}
      {list !== undefined && <Rows list={list} />}
    </Card>
  );
}
