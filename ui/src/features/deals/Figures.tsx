import type { ReactNode } from "react";
import type { DealPage } from "@/bindings/DealPage";
import type { Clock } from "@/words/clock";
import { NO_STAGE, OUTCOME_WORDS, sayAge, sayCount, sayLineDays, sayLineSource } from "@/words/deals";
import { sayMoney } from "@/words/money";
import styles from "./Figures.module.css";
import { useStageNames } from "./queries";

interface FigureProps {
  label: string;
  value: ReactNode;
  /** Under it: what it means, where it comes from. */
  note?: ReactNode;
  isPast?: boolean;
  /** Where the note comes from, on hover. */
  title?: string | undefined;
}

function Figure({ label, value, note, isPast = false, title }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value} data-past={isPast || undefined}>
        {value}
      </dd>
      {note !== undefined && (
        <dd className={styles.note} title={title}>
          {note}
        </dd>
      )}
    </div>
  );
}

interface FiguresProps {
  page: DealPage;
  clock: Clock;
}

function Worth({ page: { deal, currency } }: { page: DealPage }) {
  const { value, worth } = deal;
  if (value === null) {
    return <Figure label="Value" value="no value" note="No file tells what it is worth." />;
  }
  const isOwn = value.currency === currency;
  const there = worth === null ? "no rate" : `about ${sayMoney({ minor: worth, currency })}`;
  return <Figure label="Value" value={sayMoney(value)} {...(!isOwn && { note: there })} />;
}

/** How long it has been at its stage beside the line; of one that ended, when that was. */
function Standing({ page: { deal, line }, clock }: FiguresProps) {
  if (deal.outcome !== "open") {
    const when = deal.closed === null ? undefined : clock.day(deal.closed);
    const why = deal.reason === "" ? when : [when, deal.reason].filter(Boolean).join(" · ");
    return (
      <Figure label="Outcome" value={OUTCOME_WORDS[deal.outcome]} {...(why !== undefined && { note: why })} />
    );
  }
  const said = sayAge(deal);
  if (said === "") {
    return <Figure label="At the stage" value="no data" note="No file tells its stage." />;
  }
  const note =
    line === null
      ? "line: no data"
      : `${deal.pastLine ? "past the line of" : "line at"} ${sayLineDays(line)}, ${sayCount(line)}`;
  const source = line === null ? undefined : sayLineSource(line);
  return <Figure label="At the stage" value={said} note={note} isPast={deal.pastLine} title={source} />;
}

function Close({ page: { deal }, clock }: FiguresProps) {
  const opened = deal.opened === null ? "not known when opened" : `opened ${clock.day(deal.opened)}`;
  if (deal.outcome !== "open") {
    return <Figure label="Opened" value={deal.opened === null ? "not known" : clock.day(deal.opened)} />;
  }
  return (
    <Figure
      label="To be closed"
      value={deal.expected === null ? "no date" : clock.day(deal.expected)}
      note={opened}
    />
  );
}

/** What there is to know of a deal at first sight. */
export function Figures(props: FiguresProps) {
  const { deal } = props.page;
  const { clock } = props;
  const stage = useStageNames().get(deal.stageId ?? "") ?? NO_STAGE;
  const since =
    deal.since === null ? undefined : `since ${clock.day(deal.since)}${deal.sinceExact ? "" : " or before"}`;
  return (
    <dl className={`${styles.figures} selectable`} aria-label="The deal">
      <Worth page={props.page} />
      <Figure
        label={deal.outcome === "open" ? "Stage" : "Last stage"}
        value={stage}
        {...(since !== undefined && deal.outcome === "open" && { note: since })}
      />
      <Standing {...props} />
      <Close {...props} />
      <Figure
        label="Last touch"
        value={deal.lastTouch === null ? "none" : clock.day(deal.lastTouch)}
        {...(deal.lastTouch === null && { note: "Nobody at the table touched content in a year." })}
      />
    </dl>
  );
}
