import { Link } from "@tanstack/react-router";
import { OctagonX } from "lucide-react";
import type { StopLine } from "@/bindings/StopLine";
import type { StopList } from "@/bindings/StopList";
import { EmptyState } from "@/components/EmptyState";
import { Table, TableRow } from "@/components/Table";
import { sayRoundMoney } from "@/words/money";
import { saySum, sayUncounted } from "@/words/sums";
import styles from "./Reviews.module.css";

const COLUMNS = [
  { id: "what", title: "Not out yet, and moves no deal", width: "minmax(12rem, 3fr)" },
  { id: "why", title: "Why not", width: "minmax(10rem, 3fr)" },
  { id: "spent", title: "Spent", width: "minmax(5.5rem, 1fr)" },
  { id: "remaining", title: "Would still cost", width: "minmax(7rem, 1fr)" },
] as const;

function sayRemaining({ remaining, estimated }: StopLine): string {
  if (remaining === null) {
    return "not known";
  }
  return estimated ? `about ${sayRoundMoney(remaining)}` : sayRoundMoney(remaining);
}

const NOTHING =
  "What is planned or in production stands here once every deal check of it says no: it probably should not be produced.";

/** What we should stop producing, and what it would still cost. */
export function Stop({ stop }: { stop: StopList }) {
  if (stop.lines.length === 0) {
    return <EmptyState isCompact icon={OctagonX} title="Nothing to stop" text={NOTHING} />;
  }
  const uncounted = sayUncounted(stop.remaining);
  return (
    <div className={styles.stack}>
      <p>
        <strong>{saySum(stop.remaining)}</strong> would still be spent on it
        {uncounted !== null && <span className={styles.quiet}> ({uncounted})</span>}
      </p>
      <Table label="What we should stop producing" columns={COLUMNS}>
        {stop.lines.map((line) => (
          <TableRow
            key={line.assetId}
            cells={[
              <div key="what" className={styles.told}>
                <Link to="/assets/$assetId" params={{ assetId: line.assetId }} className={styles.link}>
                  {line.title}
                </Link>
                <span className={styles.quiet}>
                  {[line.format, line.status, line.owner].filter((fact) => fact !== "").join(" · ")}
                </span>
              </div>,
              <span key="why" className={styles.quiet}>
                {line.reasons.length === 0 ? "No reason given" : line.reasons.join(" ")}
              </span>,
              <span key="spent" className={styles.figure}>
                {line.spent === null ? "not known" : sayRoundMoney(line.spent)}
              </span>,
              <span key="remaining" className={styles.figure}>
                {sayRemaining(line)}
              </span>,
            ]}
          />
        ))}
      </Table>
    </div>
  );
}
