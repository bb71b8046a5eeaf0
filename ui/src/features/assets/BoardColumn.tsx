import { useVirtualizer } from "@tanstack/react-virtual";
import { type DragEvent, useEffect, useMemo, useRef, useState } from "react";
import type { AssetRow } from "@/bindings/AssetRow";
import type { ListAssets } from "@/bindings/ListAssets";
import type { Status } from "@/bindings/Status";
import type { MenuGroup } from "@/components/Menu";
import { Sign } from "@/components/Sign";
import { LOCALE } from "@/locale";
import { capital } from "@/words/text";
import styles from "./Board.module.css";
import { BoardCard, type CardDrag } from "./BoardCard";
import { STATUS_SIGNS } from "./cells";
import { useAssetWindow, useToday } from "./queries";

export interface BoardColumnProps {
  at: number;
  status: Status;
  request: ListAssets;
  /** Every card drawn so far, by its asset. */
  rows: Map<string, AssetRow>;
  drag: CardDrag;
  /** A card is under way that can be dropped here. */
  isTarget: boolean;
  onDrop: () => void;
  menuFor: (row: AssetRow) => readonly MenuGroup[];
}

const NO_FILTER_BUT = {
  triggerId: null,
  themes: [],
  formatIds: [],
  owners: [],
  languages: [],
  purposes: [],
  text: "",
};
// In rem, as the cards are drawn.
const CARD = 6.5;
const GAP = 0.5;

function rootPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

function useColumn(request: ListAssets, status: Status) {
  const own = useMemo<ListAssets>(() => {
    const { group: _group, ...rest } = request;
    return { ...rest, filter: { ...NO_FILTER_BUT, ...request.filter, statuses: [status] } };
  }, [request, status]);
  return useAssetWindow(own);
}

export function BoardColumn(props: BoardColumnProps) {
  const { at, status, request, rows, drag, isTarget, onDrop, menuFor } = props;
  const { total, rowAt, onRange } = useColumn(request, status);
  const today = useToday();
  const [isOver, setOver] = useState(false);
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
  const onDragOver = (event: DragEvent) => {
    if (isTarget) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      setOver(true);
    }
  };
  return (
    <section
      className={styles.column}
      aria-label={capital(status)}
      data-target={isTarget || undefined}
      data-over={(isTarget && isOver) || undefined}
      onDragOver={onDragOver}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) {
          setOver(false);
        }
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
    >
      <h2 className={styles.head} data-status={status}>
        <Sign name={STATUS_SIGNS[status]} />
        {capital(status)}
        <span className={styles.count}>{total?.toLocaleString(LOCALE)}</span>
      </h2>
      <div ref={scroller} className={styles.scroller}>
        <div
          className={styles.cards}
          role="list"
          aria-label={`${capital(status)} assets`}
          style={{ height: virtual.getTotalSize() }}
        >
          {items.map(({ index, start }) => {
            const row = rowAt(index);
            if (row === undefined) {
              return null;
            }
            rows.set(row.asset.id, row);
            return (
              <BoardCard
                key={row.asset.id}
                row={row}
                top={start}
                column={at}
                place={index}
                today={today}
                drag={drag}
                menuFor={menuFor}
              />
            );
          })}
        </div>
      </div>
      {total === 0 && <p className={styles.empty}>{isTarget ? "Drop it here" : "Nothing here"}</p>}
    </section>
  );
}
