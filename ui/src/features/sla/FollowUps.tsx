import type { FollowUpStatus } from "@/bindings/FollowUpStatus";
import type { SlaMonth } from "@/bindings/SlaMonth";
import { Card } from "@/components/Card";
import { Sign, type SignName } from "@/components/Sign";
import { LOCALE } from "@/locale";
import { sayShare } from "@/words/shares";
import { FOLLOW_UP_WORDS, sayLeads } from "@/words/sla";
import styles from "./FollowUps.module.css";

const SIGNS: Readonly<Record<FollowUpStatus, SignName>> = {
  onTime: "check",
  early: "flag",
  late: "clock",
  missed: "cross",
  open: "ring",
  notNeeded: "dash",
};

const STATUSES = Object.keys(SIGNS) as FollowUpStatus[];

function Segments({ month }: { month: SlaMonth }) {
  return (
    <div className={styles.segments} aria-hidden>
      {STATUSES.filter((status) => month[status] > 0).map((status) => (
        <span
          key={status}
          className={styles.segment}
          data-status={status}
          style={{ flexGrow: month[status] }}
          title={`${FOLLOW_UP_WORDS[status]}: ${month[status].toLocaleString(LOCALE)}`}
        />
      ))}
    </div>
  );
}

/** How the leads of a month were followed up: one bar, and the same as a table. */
export function FollowUps({ month }: { month: SlaMonth }) {
  const { handed, hot } = month;
  const aside = hot === 0 ? `${sayLeads(handed)} handed over` : `${sayLeads(handed)} handed over, ${hot} hot`;
  return (
    <Card title="Follow-ups" aside={aside}>
      <Segments month={month} />
      <table className={styles.table} aria-label="Follow-ups">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Followed up</th>
            <th scope="col">Leads</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {STATUSES.map((status) => (
            <tr key={status} data-none={month[status] === 0 || undefined}>
              <th scope="row">
                <span className={styles.name} data-status={status}>
                  <Sign name={SIGNS[status]} />
                  <span>{FOLLOW_UP_WORDS[status]}</span>
                </span>
              </th>
              <td>{month[status].toLocaleString(LOCALE)}</td>
              <td className={styles.share}>{sayShare(handed === 0 ? null : month[status] / handed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
