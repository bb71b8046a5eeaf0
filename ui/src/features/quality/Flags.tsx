import { useNavigate } from "@tanstack/react-router";
import { BadgeCheck, Flag } from "lucide-react";
import { useCallback, useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { FlaggedRow } from "@/bindings/FlaggedRow";
import type { QualityReport } from "@/bindings/QualityReport";
import { EmptyState } from "@/components/EmptyState";
import type { GridEntry } from "@/components/grid/grid";
import { VirtualGrid } from "@/components/grid/VirtualGrid";
import { Skeleton } from "@/components/Skeleton";
import { LOCALE } from "@/locale";
import { BY_SALES, FLAG_REASON_IDS, FLAG_REASONS } from "@/words/quality";
import { FLAGGED_COLUMNS } from "./columns";
import { NoLeads } from "./NoLeads";
import styles from "./Quality.module.css";
import { useFlagged } from "./queries";
import { type Looked, lookedAt, SALES } from "./search";

interface FlagsProps {
  report: QualityReport;
  reason: Looked | undefined;
  onReason: (reason: Looked | undefined) => void;
}

const ANY = "any";
const NO_WIDTHS: Readonly<Record<string, number>> = {};

/** Which reason is looked at; those that nobody is flagged for are not offered. */
function Reasons({ report, reason, onReason }: FlagsProps) {
  const known = report.flags.filter(({ leads }) => leads > 0);
  return (
    <ToggleButtonGroup
      aria-label="Flagged for"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[reason ?? ANY]}
      onSelectionChange={([key]) => onReason(lookedAt(key))}
      className={styles.reasons ?? ""}
    >
      <ToggleButton id={ANY} className={styles.reason ?? ""}>
        Any reason <span className={styles.count}>{report.flagged.toLocaleString(LOCALE)}</span>
      </ToggleButton>
      {known.map(({ reason: id, leads }) => (
        <ToggleButton key={id} id={id} className={styles.reason ?? ""}>
          {FLAG_REASONS[id].label} <span className={styles.count}>{leads.toLocaleString(LOCALE)}</span>
        </ToggleButton>
      ))}
      {report.bySales > 0 && (
        <ToggleButton id={SALES} className={styles.reason ?? ""}>
          {BY_SALES} <span className={styles.count}>{report.bySales.toLocaleString(LOCALE)}</span>
        </ToggleButton>
      )}
    </ToggleButtonGroup>
  );
}

function List({ reason }: { reason: Looked | undefined }) {
  const { total, rowAt, onRange } = useFlagged(reason);
  const [widths, setWidths] = useState(NO_WIDTHS);
  const navigate = useNavigate();
  const entryAt = useCallback(
    (index: number): GridEntry<FlaggedRow> | undefined => {
      const row = rowAt(index);
      return row && { type: "row", id: String(row.key), row };
    },
    [rowAt],
  );
  const open = useCallback(
    ({ key }: FlaggedRow) => void navigate({ to: "/leads/$key", params: { key: String(key) } }),
    [navigate],
  );
  if (total === null) {
    return <Skeleton lines={12} />;
  }
  return (
    <VirtualGrid
      label="Flagged leads"
      listKey={reason ?? ANY}
      columns={FLAGGED_COLUMNS}
      count={total}
      entryAt={entryAt}
      onRange={onRange}
      widths={widths}
      onWidths={setWidths}
      onOpen={open}
      empty={
        <EmptyState icon={BadgeCheck} title="Nobody" text="No lead is flagged for this reason any more." />
      }
    />
  );
}

function Nothing() {
  return (
    <EmptyState
      icon={BadgeCheck}
      title="Nothing is flagged"
      text={
        <>
          About half of all buyers answer custom questions falsely. Nothing of that kind was found in what
          your leads answered: nothing that {FLAG_REASON_IDS.length} rules look for.
        </>
      }
    />
  );
}

function sayReason(reason: Looked | undefined): string {
  if (reason === undefined) {
    return "What cannot be true, or is nobody’s own. It stays as it was answered: ask again, or verify it.";
  }
  return reason === SALES
    ? `${BY_SALES}: turned back since address, name or company are not true.`
    : `${FLAG_REASONS[reason].label}: ${FLAG_REASONS[reason].why}.`;
}

/** Answers that cannot be true, each with the reason. */
export function Flags({ report, reason, onReason }: FlagsProps) {
  if (report.leads === 0) {
    return (
      <NoLeads
        icon={Flag}
        title="No answers to look at yet"
        text="About half of all buyers answer custom questions falsely. Names like asdf, addresses to throw away and titles that contradict the level will stand here, each with its reason. They are flagged and never deleted."
      />
    );
  }
  if (report.flagged + report.bySales === 0) {
    return <Nothing />;
  }
  return (
    <div className={styles.flags}>
      <Reasons report={report} reason={reason} onReason={onReason} />
      <p className={styles.note}>{sayReason(reason)}</p>
      <List reason={reason} />
    </div>
  );
}
