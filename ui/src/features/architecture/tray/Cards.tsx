import { useNavigate } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ExternalLink, MapPin } from "lucide-react";
import { type DragEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import type { AssetList } from "@/bindings/AssetList";
import type { AssetRow } from "@/bindings/AssetRow";
import { ContextMenu } from "@/components/ContextMenu";
import type { RowWindow } from "@/rpc/useWindow";
import { sayCount } from "@/words/edits";
import { startCarrying, stopCarrying } from "../carrying";
import { useDesk } from "../desk";
import { type Chosen, choose } from "./selection";
import styles from "./Tray.module.css";

export interface CardsProps {
  unplaced: RowWindow<AssetRow, AssetList>;
  chosen: Chosen;
  onChosen: (chosen: Chosen) => void;
  onPlace: (assetIds: readonly string[]) => void;
}

const CARD_REM = 14;
const GAP_REM = 0.5;

function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

function useStrip({ unplaced }: CardsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const unit = rem();
  const strip = useVirtualizer({
    horizontal: true,
    count: unplaced.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => (CARD_REM + GAP_REM) * unit,
    overscan: 4,
  });
  const shown = strip.getVirtualItems();
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0];
  const { onRange } = unplaced;
  useEffect(() => onRange(first, last), [first, last, onRange]);
  return { scroller, strip, shown, width: CARD_REM * unit };
}

function step(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return Math.min(at + 1, count - 1);
    case "ArrowLeft":
      return Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

function useCardKeys(props: CardsProps, scrollTo: (index: number) => void) {
  const { unplaced, chosen, onChosen, onPlace } = props;
  const [active, setActive] = useState(0);
  const idAt = (index: number) => unplaced.rowAt(index)?.asset.id;
  const pick = (index: number, add: boolean, range: boolean) => {
    setActive(index);
    onChosen(choose(chosen, index, { add, range }, idAt));
  };
  const withActive = () => {
    const id = idAt(active);
    return chosen.ids.size > 0 || id === undefined ? [...chosen.ids] : [id];
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = step(event.key, active, unplaced.total ?? 0);
    const isPlace = event.key === "Enter" || event.key.toLowerCase() === "p";
    if (next !== null) {
      setActive(next);
      scrollTo(next);
      if (event.shiftKey) {
        onChosen(choose(chosen, next, { add: false, range: true }, idAt));
      }
    } else if (event.key === " ") {
      pick(active, true, event.shiftKey);
    } else if (isPlace && !event.ctrlKey && !event.metaKey) {
      onPlace(withActive());
    } else {
      return;
    }
    event.preventDefault();
  };
  return { active: Math.min(active, Math.max(0, (unplaced.total ?? 0) - 1)), pick, onKeyDown };
}

function useDragging({ chosen, onChosen }: CardsProps) {
  const [isDragging, setDragging] = useState(false);
  const start = (event: DragEvent<HTMLElement>, row: AssetRow, index: number) => {
    const { id, title } = row.asset;
    const ids = chosen.ids.has(id) ? [...chosen.ids] : [id];
    if (!chosen.ids.has(id)) {
      onChosen({ ids: new Set([id]), anchor: index });
    }
    setDragging(true);
    const label = ids.length === 1 ? title : sayCount("asset", ids.length);
    startCarrying(event, { assetIds: ids, placementIds: [], label });
  };
  const end = () => {
    setDragging(false);
    stopCarrying();
  };
  return { isDragging, start, end };
}

/** The unplaced assets as a row of cards, however many there are. */
export function Cards(props: CardsProps) {
  const { unplaced, chosen, onPlace } = props;
  const { canEdit } = useDesk();
  const navigate = useNavigate();
  const { scroller, strip, shown, width } = useStrip(props);
  const { active, pick, onKeyDown } = useCardKeys(props, (index) => strip.scrollToIndex(index));
  const dragging = useDragging(props);
  const menu = (target: HTMLElement) => {
    const id = target.closest<HTMLElement>("[data-asset]")?.dataset.asset;
    const ids = id === undefined ? [] : chosen.ids.has(id) ? [...chosen.ids] : [id];
    const open = () => void navigate({ to: "/assets/$assetId", params: { assetId: id ?? "" } });
    return id === undefined
      ? null
      : [
          {
            id: "card",
            entries: [
              {
                id: "place",
                label: "Place…",
                icon: MapPin,
                keys: "P",
                isDisabled: !canEdit,
                run: () => onPlace(ids),
              },
              { id: "open", label: "Open the asset", icon: ExternalLink, run: open },
            ],
          },
        ];
  };
  return (
    <ContextMenu label="Asset" groupsFor={menu}>
      <div
        ref={scroller}
        className={styles.cards}
        role="listbox"
        aria-label="Assets not placed yet"
        aria-multiselectable
        aria-orientation="horizontal"
        aria-activedescendant={unplaced.rowAt(active) ? `tray-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className={styles.strip} role="presentation" style={{ width: strip.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const row = unplaced.rowAt(index);
            return row === undefined ? null : (
              <Card
                key={row.asset.id}
                row={row}
                index={index}
                count={unplaced.total ?? 0}
                isActive={index === active}
                isChosen={chosen.ids.has(row.asset.id)}
                isDragging={dragging.isDragging && chosen.ids.has(row.asset.id)}
                canDrag={canEdit}
                style={{ width, transform: `translateX(${start}px)` }}
                onPick={(event) => pick(index, event.ctrlKey || event.metaKey, event.shiftKey)}
                onDragStart={(event) => dragging.start(event, row, index)}
                onDragEnd={dragging.end}
              />
            );
          })}
        </div>
      </div>
    </ContextMenu>
  );
}

interface CardProps {
  row: AssetRow;
  index: number;
  count: number;
  isActive: boolean;
  isChosen: boolean;
  isDragging: boolean;
  canDrag: boolean;
  style: { width: number; transform: string };
  onPick: (event: MouseEvent) => void;
  onDragStart: (event: DragEvent<HTMLElement>) => void;
  onDragEnd: () => void;
}

function Card(props: CardProps) {
  const { row, index, count, isActive, isChosen, isDragging, canDrag, style, onPick } = props;
  const { asset, format } = row;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it holds the focus and its keys
    <div
      id={`tray-${index}`}
      role="option"
      aria-selected={isChosen}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={styles.card}
      data-asset={asset.id}
      data-active={isActive || undefined}
      data-dragging={isDragging || undefined}
      style={style}
      onClick={onPick}
      draggable={canDrag}
      onDragStart={props.onDragStart}
      onDragEnd={props.onDragEnd}
    >
      <span className={styles.cardTitle} title={asset.title}>
        {asset.title}
      </span>
      <span className={styles.cardDetail}>{[format, asset.status].filter(Boolean).join(" · ")}</span>
    </div>
  );
}
