import { useNavigate } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { memo } from "react";
import type { AssetRow } from "@/bindings/AssetRow";
import { IconButton } from "@/components/IconButton";
import { MenuButton, type MenuGroup } from "@/components/Menu";
import styles from "./Board.module.css";
import { Due, MarkChip } from "./cells";

export interface CardDrag {
  isReadOnly: boolean;
  onStart: (row: AssetRow) => void;
  onEnd: () => void;
}

export interface BoardCardProps {
  row: AssetRow;
  top: number;
  column: number;
  place: number;
  today: string;
  drag: CardDrag;
  menuFor: (row: AssetRow) => readonly MenuGroup[];
}

function DrawnCard({ row, top, column, place, today, drag, menuFor }: BoardCardProps) {
  const { asset, format, mark } = row;
  const navigate = useNavigate();
  const open = () => void navigate({ to: "/assets/$assetId", params: { assetId: asset.id } });
  return (
    <div role="listitem" className={styles.place} style={{ transform: `translateY(${top}px)` }}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a card opens by Enter on its title button */}
      <article
        className={styles.card}
        data-asset={asset.id}
        aria-label={asset.title}
        draggable={!drag.isReadOnly}
        onClick={open}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = "move";
          event.dataTransfer.setData("text/plain", asset.title);
          drag.onStart(row);
        }}
        onDragEnd={drag.onEnd}
      >
        <button
          type="button"
          className={styles.title}
          data-column={column}
          data-place={place}
          onClick={(event) => {
            event.stopPropagation();
            open();
          }}
        >
          {asset.title}
        </button>
        <div className={styles.meta}>
          <span className={styles.clip}>{[format, asset.owner].filter(Boolean).join(" · ")}</span>
        </div>
        <div className={styles.foot}>
          <Due asset={asset} today={today} />
          <MarkChip mark={mark} />
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps a press on the menu from opening the card */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the menu's own button takes the keys */}
        <div className={styles.menu} onClick={(event) => event.stopPropagation()}>
          <MenuButton label={asset.title} groups={menuFor(row)} placement="bottom end">
            <IconButton icon={Ellipsis} size="small" label={`What to do with ${asset.title}`} />
          </MenuButton>
        </div>
      </article>
    </div>
  );
}

export const BoardCard = memo(DrawnCard);
