import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import type { DealStage } from "@/bindings/DealStage";
import type { Persona } from "@/bindings/Persona";
import { LOCALE } from "@/locale";
import { NO_STAGE, sayCount, sayLineDays, sayLineSource, sayShortLine } from "@/words/deals";
import { sayRoundMoney } from "@/words/money";
import styles from "./Board.module.css";
import { DealCard } from "./DealCard";
import { useDealWindow } from "./queries";
import { type DealsSearch, queryAt } from "./search";

export interface BoardColumnProps {
  at: number;
  stage: DealStage;
  name: string | undefined;
  currency: string;
  personas: readonly Persona[];
  search: DealsSearch;
  journey: string | undefined;
}

// In rem, as the cards are drawn.
const CARD = 7;
const GAP = 0.5;

function rootPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/** "€1.2M", and of how many deals where not all say what they are worth. */
function Worth({ stage: { deals, worth, valued }, currency }: { stage: DealStage; currency: string }) {
  if (valued === 0) {
    return deals === 0 ? null : <>no value known</>;
  }
  const said = sayRoundMoney({ minor: worth, currency });
  return (
    <>
      {said}
      {valued < deals && ` of ${valued.toLocaleString(LOCALE)}`}
    </>
  );
}

/** The line of a stage, and how many are past it. */
function Line({ stage: { line, pastLine, stageId } }: { stage: DealStage }) {
  if (stageId === null) {
    return null;
  }
  if (line === null) {
    return (
      <span title="No deal went on from here of which it is known how long it stayed">line: no data</span>
    );
  }
  const short = sayShortLine(line);
  return (
    <>
      <span title={`The line is at ${sayLineDays(line)}: ${sayLineSource(line)}`}>
        {pastLine === 0 ? (
          `line ${short}`
        ) : (
          <>
            <strong className={styles.pastCount}>{pastLine.toLocaleString(LOCALE)} past</strong> {short}
          </>
        )}
      </span>
      <span>{sayCount(line)}</span>
    </>
  );
}

/** The open deals at one stage, those first that have been there the longest. */
export function BoardColumn({
  at,
  stage,
  name = NO_STAGE,
  currency,
  personas,
  search,
  journey,
}: BoardColumnProps) {
  const query = useMemo(() => queryAt(search, stage.stageId, journey), [search, stage.stageId, journey]);
  const { total, rowAt, onRange } = useDealWindow(query);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => (CARD + GAP) * rootPx(),
    overscan: 4,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [first, last, onRange]);
  return (
    <section className={styles.column} aria-label={name}>
      <header className={styles.head}>
        <h2 className={styles.stage}>
          <span className={styles.stageName} title={name}>
            {name}
          </span>
          <span className={styles.count}>{stage.deals.toLocaleString(LOCALE)}</span>
        </h2>
        <p className={styles.sum}>
          <Worth stage={stage} currency={currency} />
        </p>
        <p className={styles.line}>
          <Line stage={stage} />
        </p>
      </header>
      <div ref={scroller} className={styles.scroller}>
        <div
          className={styles.cards}
          role="list"
          aria-label={`Deals at ${name}`}
          style={{ height: virtual.getTotalSize() }}
        >
          {items.map(({ index, start }) => {
            const deal = rowAt(index);
            return deal === undefined ? null : (
              <DealCard
                key={deal.key}
                deal={deal}
                personas={personas}
                top={start}
                column={at}
                place={index}
              />
            );
          })}
        </div>
      </div>
      {total === 0 && <p className={styles.empty}>No open deal here</p>}
    </section>
  );
}
