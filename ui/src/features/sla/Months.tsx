import { Link } from "@tanstack/react-router";
import type { FigureOf } from "@/bindings/FigureOf";
import type { SlaMonth } from "@/bindings/SlaMonth";
import { Chart } from "@/charts/Chart";
import { Card } from "@/components/Card";
import { Table, TableRow } from "@/components/Table";
import { LOCALE } from "@/locale";
import { sayRoundMoney } from "@/words/money";
import { sayMonth } from "@/words/months";
import { sayShare } from "@/words/shares";
import { countOf, type Standing } from "@/words/sla";
import styles from "./Months.module.css";
import { StandingMark } from "./StandingMark";

const COLUMNS = [
  { id: "month", title: "Month", width: "minmax(8.5rem, 1.4fr)" },
  { id: "handed", title: "Handed over", width: "minmax(5rem, 0.8fr)", align: "end" },
  { id: "accepted", title: "Accepted", width: "minmax(6.5rem, 1fr)", align: "end" },
  { id: "time", title: "In time", width: "minmax(6.5rem, 1fr)", align: "end" },
  { id: "won", title: "Won", width: "minmax(7rem, 1.1fr)", align: "end" },
  { id: "promises", title: "Promises", width: "minmax(8rem, 1.1fr)", align: "end" },
] as const;

/** A share with its length, and what it is of. */
function Share({ share, of }: { share: number | null; of: string }) {
  return (
    <div className={styles.share}>
      <span className={styles.figure} data-none={share === null || undefined}>
        {sayShare(share)}
      </span>
      {share !== null && (
        <span className={styles.track} title={of}>
          <span className={styles.length} style={{ inlineSize: `${share * 100}%` }} />
        </span>
      )}
    </div>
  );
}

function Won({ month: { salesRevenue, marketingRevenue } }: { month: SlaMonth }) {
  const sales = salesRevenue.total;
  return (
    <div className={styles.stack}>
      <span className={styles.figure} data-none={sales === null || undefined}>
        {sales === null ? "no data" : sayRoundMoney(sales)}
      </span>
      {marketingRevenue.total !== null && (
        <span className={styles.quiet}>{sayRoundMoney(marketingRevenue.total)} from leads</span>
      )}
    </div>
  );
}

const COUNTED: readonly Standing[] = ["kept", "broken", "so far"];

function Kept({ month }: { month: SlaMonth }) {
  const counts = COUNTED.map((standing) => ({ standing, count: countOf(month, standing) }));
  const shown = counts.filter(({ count }) => count > 0);
  if (shown.length === 0) {
    return <span className={styles.none}>{month.promises.length === 0 ? "none agreed" : "no data"}</span>;
  }
  return (
    <span className={styles.counts}>
      {shown.map(({ standing, count }) => (
        <span key={standing} className={styles.count}>
          {count.toLocaleString(LOCALE)} <StandingMark standing={standing} />
        </span>
      ))}
    </span>
  );
}

function cellsOf(month: SlaMonth, isShown: boolean) {
  const { accepted, turnedBack, early, onTime, late, missed, hot } = month;
  const answered = (accepted + turnedBack).toLocaleString(LOCALE);
  const due = (early + onTime + late + missed).toLocaleString(LOCALE);
  return [
    <span key="month" className={styles.month}>
      <Link
        to="/sla"
        search={{ month: month.month.slice(0, 7) } as never}
        className={styles.link}
        {...(isShown && { "aria-current": "true" as const })}
      >
        {sayMonth(month.month)}
      </Link>
      {!month.over && <span className={styles.quiet}>so far</span>}
    </span>,
    <div key="handed" className={styles.stack}>
      <span className={styles.figure}>{month.handed.toLocaleString(LOCALE)}</span>
      {hot > 0 && <span className={styles.quiet}>{hot.toLocaleString(LOCALE)} hot</span>}
    </div>,
    <Share key="accepted" share={month.acceptedShare} of={`of ${answered} answered`} />,
    <Share key="time" share={month.withinTime} of={`of ${due} due`} />,
    <Won key="won" month={month} />,
    <Kept key="promises" month={month} />,
  ];
}

const SHARES: FigureOf = { name: "promises" };

/** Whether both sides get better at it, once there is more than one month. */
export function Trend() {
  return (
    <Chart of={SHARES} title="In time and accepted, by month" nothing="No lead was due or answered yet." />
  );
}

/** All months, the latest first; each opens above. */
export function Months({ months, shown }: { months: readonly SlaMonth[]; shown: SlaMonth }) {
  return (
    <Card title="Month by month" isFlush>
      <Table label="Month by month" columns={COLUMNS}>
        {months.map((month) => (
          <TableRow
            key={month.month}
            isMarked={month.month === shown.month}
            cells={cellsOf(month, month.month === shown.month)}
          />
        ))}
      </Table>
    </Card>
  );
}
