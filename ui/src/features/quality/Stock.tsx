import { ShieldCheck } from "lucide-react";
import type { DecayRates } from "@/bindings/DecayRates";
import type { GroupStock } from "@/bindings/GroupStock";
import type { PublishedRate } from "@/bindings/PublishedRate";
import type { QualityReport } from "@/bindings/QualityReport";
import { Chart } from "@/charts/Chart";
import { Card } from "@/components/Card";
import { NumberField } from "@/components/NumberField";
import { Table, TableRow } from "@/components/Table";
import { useDraft } from "@/components/useDraft";
import { LOCALE } from "@/locale";
import { NoLeads } from "./NoLeads";
import styles from "./Quality.module.css";
import { saveQuality } from "./queries";
import { Share } from "./Share";
import { VerifyFirst } from "./VerifyFirst";

const COLUMNS = [
  { id: "what", title: "What is known", width: "minmax(11.5rem, 1.4fr)" },
  { id: "leads", title: "Of leads", width: "4.5rem", align: "end" },
  { id: "rate", title: "Yearly decay", width: "7rem" },
  { id: "valid", title: "Expected to hold", width: "minmax(7.5rem, 1fr)" },
  { id: "invalid", title: "Holds no more", width: "6.5rem", align: "end" },
  { id: "undated", title: "No date", width: "5.5rem", align: "end" },
] as const;

const GROUPS = [
  { id: "person", label: "Person", detail: "Name, job title, level" },
  { id: "address", label: "Address", detail: "E-mail" },
  { id: "company", label: "Company", detail: "Company, industry, country, site" },
] as const satisfies readonly { id: keyof DecayRates; label: string; detail: string }[];

/** A count that may be part of one: "12", "about 0.4" is said as "under 1". */
function sayExpected(stock: GroupStock): string {
  if (stock.valid === null) {
    return "no data";
  }
  return stock.invalid > 0 && stock.invalid < 1
    ? "under 1"
    : Math.round(stock.invalid).toLocaleString(LOCALE);
}

function figures(stock: GroupStock) {
  return [
    <Share key="valid" value={stock.valid} />,
    <span key="invalid" className={stock.valid === null ? styles.noFigure : styles.figure}>
      {sayExpected(stock)}
    </span>,
    <span key="undated" className={styles.figure}>
      {stock.undated.toLocaleString(LOCALE)}
    </span>,
  ];
}

interface GroupRowProps {
  report: QualityReport;
  group: (typeof GROUPS)[number];
}

function GroupRow({ report, group: { id, label, detail } }: GroupRowProps) {
  const { settings, stock } = report;
  const rate = useDraft(settings.rates[id], (next) =>
    saveQuality(settings, { rates: { ...settings.rates, [id]: next } }),
  );
  return (
    <TableRow
      cells={[
        <span key="what" className={styles.what}>
          {label}
          <span className={styles.detail}>{detail}</span>
        </span>,
        <span key="leads" className={styles.figure}>
          {stock[id].leads.toLocaleString(LOCALE)}
        </span>,
        <NumberField
          key="rate"
          label={`${label}: yearly decay`}
          isLabelHidden
          unit="%"
          min={0}
          max={99}
          step={0.1}
          value={rate.value}
          error={rate.error}
          onChange={(next) => next !== null && next !== rate.value && rate.change(next)}
        />,
        ...figures(stock[id]),
      ]}
    />
  );
}

/** "30%: a database of companies’ people (Hidalgo, Driving Demand)". */
function Published({ rates }: { rates: readonly PublishedRate[] }) {
  return (
    <>
      <p>Published, not yours:</p>
      <ul>
        {rates.map(({ percent, what, source }) => (
          <li key={percent}>
            <span className={styles.percent}>{percent.toLocaleString(LOCALE)}%</span> a year of {what}{" "}
            <cite className={styles.cite}>({source})</cite>
          </li>
        ))}
      </ul>
    </>
  );
}

function Groups({ report }: { report: QualityReport }) {
  const { all } = report.stock;
  return (
    <Card title="What still holds" aside="Counted from the day a lead was verified, else became one" isFlush>
      <div className={styles.scroll}>
        <Table label="What still holds" columns={COLUMNS}>
          {GROUPS.map((group) => (
            <GroupRow key={group.id} report={report} group={group} />
          ))}
          <TableRow
            cells={[
              <span key="what" className={styles.what}>
                Whole leads
                <span className={styles.detail}>Each as its worst part</span>
              </span>,
              <span key="leads" className={styles.figure}>
                {all.leads.toLocaleString(LOCALE)}
              </span>,
              <span key="rate" />,
              ...figures(all),
            ]}
          />
        </Table>
      </div>
      <div className={styles.foot}>
        <Published rates={report.published} />
      </div>
    </Card>
  );
}

/** How much of what is known still holds, and what to verify first. */
export function Stock({ report }: { report: QualityReport }) {
  if (report.leads === 0) {
    return (
      <NoLeads
        icon={ShieldCheck}
        title="No leads to look after yet"
        text="People change jobs, companies and addresses: about three in ten a year. This view says how much of what you know of your leads still holds, whom to verify first, which answers cannot be true, and what to ask next."
      />
    );
  }
  return (
    <div className={styles.view}>
      <Groups report={report} />
      <div className={styles.two}>
        <VerifyFirst />
        <Chart of={{ name: "stockAges" }} nothing="No lead has a date to count from." />
      </div>
    </div>
  );
}
