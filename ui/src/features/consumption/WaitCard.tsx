import type { ConsumptionReport } from "@/bindings/ConsumptionReport";
import { Card } from "@/components/Card";
import { LOCALE } from "@/locale";
import { referenceWait, sayQuantile, sayReference } from "@/words/consumption";
import { sayHours, sayShare } from "@/words/shares";
import styles from "./Consumption.module.css";

function Wait({ report }: { report: ConsumptionReport }) {
  const { recommendedWaitHours: hours } = report.all;
  const reference = referenceWait(report.references);
  if (hours !== null) {
    return (
      <>
        <p className={styles.large}>{hours.toLocaleString(LOCALE)} h</p>
        <p>Wait {hours.toLocaleString(LOCALE)} h: by then half of what will be opened within 30 days is.</p>
      </>
    );
  }
  return (
    <>
      <p className={styles.large} data-reference>
        {reference === null ? "no data" : sayReference(reference)}
        <span className={styles.badge}>reference, not ours</span>
      </p>
      <p>
        No request is 30 days old yet, or none of those was opened, so your own data cannot say how long to
        wait.
        {reference !== null &&
          ` Until it can, ${sayReference(reference)} stands in, a mean of others: ${reference.label} (${reference.source}).`}
      </p>
    </>
  );
}

function Line({ label, value, detail }: { label: string; value: string; detail?: string }) {
  return (
    <div className={styles.line}>
      <dt>{label}</dt>
      <dd>
        {value}
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </dd>
    </div>
  );
}

/** How long to wait before calling, and the figures of all requests. */
export function WaitCard({ report }: { report: ConsumptionReport }) {
  const { n, opened, openedShare, within24h, meanHours, medianHours, p90Hours } = report.all;
  return (
    <Card title="Before you call">
      <div className={styles.wait}>
        <Wait report={report} />
        <dl className={styles.lines}>
          <Line
            label="Opened"
            value={sayShare(openedShare)}
            detail={`${opened.toLocaleString(LOCALE)} of ${n.toLocaleString(LOCALE)}`}
          />
          <Line label="Opened within 24 h" value={sayShare(within24h)} />
          <Line label="Half after" value={sayQuantile(medianHours)} />
          <Line label="Nine of ten after" value={sayQuantile(p90Hours)} />
          <Line label="Mean of what was opened" value={sayHours(meanHours)} />
        </dl>
      </div>
    </Card>
  );
}
