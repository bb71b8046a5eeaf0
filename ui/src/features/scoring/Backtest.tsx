import { Link } from "@tanstack/react-router";
import { FlaskConical } from "lucide-react";
import type { BacktestReport } from "@/bindings/BacktestReport";
import type { TestedLead } from "@/bindings/TestedLead";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Skeleton } from "@/components/Skeleton";
import { Table, TableRow } from "@/components/Table";
import { LOCALE } from "@/locale";
import { sayShare } from "@/words/shares";
import { sayMoment } from "@/words/times";
import styles from "./Scoring.module.css";

const COLUMNS = [
  { id: "what", title: "Over the history", width: "minmax(9rem, 1fr)" },
  { id: "old", title: "Applied", width: "5.5rem", align: "end" },
  { id: "new", title: "Changed", width: "5.5rem", align: "end" },
] as const;

type Row = readonly [what: string, old: string, changed: string];

function rowsOf({ old, new: changed }: BacktestReport): readonly Row[] {
  const count = (what: string, of: "handed" | "accepted" | "turnedBack" | "won" | "lost"): Row => [
    what,
    old[of].toLocaleString(LOCALE),
    changed[of].toLocaleString(LOCALE),
  ];
  const share = (what: string, of: "precision" | "recall"): Row => [
    what,
    sayShare(old[of]),
    sayShare(changed[of]),
  ];
  return [
    count("Handed to sales", "handed"),
    count("Of those, accepted", "accepted"),
    count("Of those, turned back", "turnedBack"),
    count("Of those, won", "won"),
    count("Of those, lost", "lost"),
    share("Precision: won of those with an outcome", "precision"),
    share("Recall: won that were handed over in time", "recall"),
  ];
}

function sayOutcome({ won }: TestedLead): string {
  return won === null ? "" : won ? ", won" : ", lost";
}

function Leads({ title, leads, count }: { title: string; leads: readonly TestedLead[]; count: number }) {
  if (count === 0) {
    return null;
  }
  return (
    <details className={styles.tested}>
      <summary>
        {count.toLocaleString(LOCALE)} {title}
      </summary>
      <ul>
        {leads.map((lead) => (
          <li key={lead.key}>
            <Link to="/leads/$key" params={{ key: String(lead.key) }} className={styles.link}>
              {lead.name || "Anonymous"}
            </Link>{" "}
            <span className={styles.quiet}>
              {sayMoment(lead.at)}
              {sayOutcome(lead)}
            </span>
          </li>
        ))}
      </ul>
      {count > leads.length && <p className={styles.quiet}>The latest {leads.length} are listed.</p>}
    </details>
  );
}

function Report({ report }: { report: BacktestReport }) {
  return (
    <div className={styles.report}>
      <Table label="Backtest" columns={COLUMNS}>
        {rowsOf(report).map(([what, old, changed]) => (
          <TableRow
            key={what}
            cells={[
              what,
              <span key="old" className={styles.figure}>
                {old}
              </span>,
              <strong key="new" className={styles.figure}>
                {changed}
              </strong>,
            ]}
          />
        ))}
      </Table>
      <div className={styles.testedLists}>
        <Leads title="only the changed model hands over" leads={report.newLeads} count={report.onlyNew} />
        <Leads title="only the applied model hands over" leads={report.lostLeads} count={report.onlyOld} />
        {report.onlyNewUnknown > 0 && (
          <p className={styles.note}>
            {report.onlyNewUnknown.toLocaleString(LOCALE)} of the new ones have no known outcome: they were
            never sold to, and count for nothing in precision.
          </p>
        )}
      </div>
    </div>
  );
}

interface BacktestProps {
  report: BacktestReport | undefined;
  isAsked: boolean;
  isChanged: boolean;
  onAsk: () => void;
}

/** A changed model beside the one that is applied, before anything goes by it. */
export function Backtest({ report, isAsked, isChanged, onAsk }: BacktestProps) {
  return (
    <Card title="Backtest" isFlush={isAsked && report !== undefined}>
      {!isAsked && (
        <div className={styles.ask}>
          <p className={styles.note}>
            {isChanged
              ? "Run your changes over the history: whom they would have handed to sales, when, and how many of those were won."
              : "Change a rule or a threshold, then see here what that would have done. Nothing changes until you apply it."}
          </p>
          <Button icon={FlaskConical} isDisabled={!isChanged} onPress={onAsk}>
            Run the backtest
          </Button>
        </div>
      )}
      {isAsked && report === undefined && <Skeleton lines={5} />}
      {isAsked && report !== undefined && <Report report={report} />}
    </Card>
  );
}
