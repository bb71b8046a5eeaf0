import { Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import type { EmailLimit } from "@/bindings/EmailLimit";
import type { GuardCampaign } from "@/bindings/GuardCampaign";
import type { GuardRow } from "@/bindings/GuardRow";
import type { QualitySettings } from "@/bindings/QualitySettings";
import { Card } from "@/components/Card";
import type { GridEntry } from "@/components/grid/grid";
import { VirtualGrid } from "@/components/grid/VirtualGrid";
import { NumberField } from "@/components/NumberField";
import { Skeleton } from "@/components/Skeleton";
import { Table, TableRow } from "@/components/Table";
import { useDraft } from "@/components/useDraft";
import { LOCALE } from "@/locale";
import type { RowWindow } from "@/rpc/useWindow";
import { sayDays, sayEmails, sayLeads } from "@/words/quality";
import { sayShare } from "@/words/shares";
import { GUARD_COLUMNS } from "./columns";
import own from "./Emails.module.css";
import styles from "./Quality.module.css";
import { type Guarded, saveQuality, useClock, useGuard } from "./queries";

const CAMPAIGN_COLUMNS = [
  { id: "name", title: "Programme or campaign", width: "minmax(10rem, 1fr)" },
  { id: "leads", title: "Of them mailed", width: "7rem", align: "end" },
  { id: "emails", title: "E-mails", width: "5rem", align: "end" },
] as const;

/** "At most 2 e-mails a lead in 7 days." */
function Limit({ settings }: { settings: QualitySettings }) {
  const limit = useDraft(settings.guard, (guard) => saveQuality(settings, { guard }));
  const set = (part: Partial<EmailLimit>) => limit.change({ ...limit.value, ...part });
  return (
    <div className={own.limit}>
      <span>At most</span>
      <NumberField
        label="E-mails a lead may get"
        isLabelHidden
        min={1}
        max={1_000}
        value={limit.value.emails}
        onChange={(emails) => emails !== null && emails !== limit.value.emails && set({ emails })}
      />
      <span>{limit.value.emails === 1 ? "e-mail a lead in" : "e-mails a lead in"}</span>
      <NumberField
        label="Days in which they are counted"
        isLabelHidden
        min={1}
        max={366}
        value={limit.value.days}
        onChange={(days) => days !== null && days !== limit.value.days && set({ days })}
      />
      <span>{limit.value.days === 1 ? "day" : "days"}</span>
    </div>
  );
}

function Campaign({ one: { name, programmeId, leads, emails } }: { one: GuardCampaign }) {
  const said = name || "No campaign is named";
  return (
    <TableRow
      cells={[
        programmeId === null ? (
          <span key="name" className={name === "" ? styles.quiet : styles.text}>
            {said}
          </span>
        ) : (
          <Link key="name" to="/programmes/$programmeId" params={{ programmeId }} className={styles.link}>
            {said}
          </Link>
        ),
        <span key="leads" className={styles.figure}>
          {leads.toLocaleString(LOCALE)}
        </span>,
        <span key="emails" className={styles.figure}>
          {emails.toLocaleString(LOCALE)}
        </span>,
      ]}
    />
  );
}

const NO_WIDTHS: Readonly<Record<string, number>> = {};

function Over({ rows: { total, rowAt, onRange } }: { rows: RowWindow<GuardRow, Guarded> }) {
  const [widths, setWidths] = useState(NO_WIDTHS);
  const navigate = useNavigate();
  const entryAt = useCallback(
    (index: number): GridEntry<GuardRow> | undefined => {
      const row = rowAt(index);
      return row && { type: "row", id: String(row.key), row };
    },
    [rowAt],
  );
  const open = useCallback(
    ({ key }: GuardRow) => void navigate({ to: "/leads/$key", params: { key: String(key) } }),
    [navigate],
  );
  const count = total ?? 0;
  return (
    <div className={own.grid} style={{ height: `min(${2.25 * (count + 1) + 0.25}rem, 26rem)` }}>
      <VirtualGrid
        label="Leads over the limit"
        columns={GUARD_COLUMNS}
        count={count}
        entryAt={entryAt}
        onRange={onRange}
        widths={widths}
        onWidths={setWidths}
        onOpen={open}
      />
    </div>
  );
}

/** "12 of 340 leads that were mailed got more (4%). 1,204 e-mails went out in the 7 days up to 6 Jul 2026." */
function Verdict({ list }: { list: Guarded }) {
  const clock = useClock();
  const { over, mailed, emails, known, limit, asOf } = list;
  const until = asOf === null ? "" : ` up to ${clock.day(asOf)}`;
  if (known === 0) {
    return (
      <p className={styles.note}>
        No data: no file says yet which e-mails went to whom. Import the activities of your marketing tool,
        sent or delivered e-mails among them.
      </p>
    );
  }
  if (mailed === 0) {
    return (
      <p className={styles.note}>
        Nobody was mailed in the {sayDays(limit.days)}
        {until}. {sayEmails(known)} went out before.
      </p>
    );
  }
  return (
    <p className={over > 0 ? own.above : own.fine}>
      <strong>{over === 0 ? "Nobody is over it." : `${sayLeads(over)} over it`}</strong>
      {over > 0 && `, ${sayShare(over / mailed)} of ${sayLeads(mailed)} that were mailed.`}{" "}
      <span className={styles.quiet}>
        {sayEmails(emails)} to {sayLeads(mailed)} in the {sayDays(limit.days)}
        {until}.
      </span>
    </p>
  );
}

/** Who gets more e-mails than a lead may get, and by which programmes. */
export function Guard({ settings }: { settings: QualitySettings }) {
  const rows = useGuard();
  const list = rows.head;
  return (
    <div className={own.column}>
      <Card title="Cadence guard" isFlush>
        <div className={own.guard} aria-busy={rows.isBehind}>
          <Limit settings={settings} />
          {list === undefined ? <Skeleton lines={2} /> : <Verdict list={list} />}
        </div>
        {list !== undefined && list.over > 0 && (
          <>
            <h3 className={own.sub}>By which programmes</h3>
            <Table label="Programmes that mailed leads over the limit" columns={CAMPAIGN_COLUMNS}>
              {list.campaigns.map((one) => (
                <Campaign key={`${one.programmeId} ${one.name}`} one={one} />
              ))}
            </Table>
            {list.more > 0 && (
              <p className={styles.foot}>{list.more.toLocaleString(LOCALE)} more are not listed.</p>
            )}
          </>
        )}
      </Card>
      {list !== undefined && list.over > 0 && (
        <section className={own.over}>
          <h2 className={own.head}>Who is over it</h2>
          <Over rows={rows} />
        </section>
      )}
    </div>
  );
}
