// The assets by status. A card is dragged to another column, or moved there from its menu; arrow keys go
// from card to card.
import { useMemo, useRef, useState } from "react";
import type { AssetRow } from "@/bindings/AssetRow";
import type { ListAssets } from "@/bindings/ListAssets";
import type { Status } from "@/bindings/Status";
import { ContextMenu } from "@/components/ContextMenu";
import { moveByArrow, useKeptFocus } from "@/components/cardFocus";
import type { MenuGroup } from "@/components/Menu";
import { useIsReadOnly } from "@/rpc/session";
import { STATUSES } from "@/words/plan";
import styles from "./Board.module.css";
import { BoardColumn } from "./BoardColumn";
import { saveCell } from "./saving";

export interface BoardProps {
  request: ListAssets;
  menuFor: (row: AssetRow) => readonly MenuGroup[];
}

export function Board({ request, menuFor }: BoardProps) {
  const isReadOnly = useIsReadOnly();
  const rows = useRef(new Map<string, AssetRow>());
  const [dragged, setDragged] = useState<AssetRow | null>(null);
  const wanted = request.filter?.statuses ?? [];
  const shown = wanted.length > 0 ? STATUSES.filter((status) => wanted.includes(status)) : STATUSES;
  const move = (status: Status) => {
    if (dragged !== null && dragged.asset.status !== status) {
      void saveCell(dragged.asset, { status });
    }
    setDragged(null);
  };
  const board = useRef<HTMLDivElement>(null);
  useKeptFocus(board);
  const drag = useMemo(
    () => ({ isReadOnly, onStart: setDragged, onEnd: () => setDragged(null) }),
    [isReadOnly],
  );
  return (
    <ContextMenu
      label="Asset"
      groupsFor={(target) => {
        const id = target.closest<HTMLElement>("[data-asset]")?.dataset.asset ?? "";
        const row = rows.current.get(id);
        return row === undefined ? null : menuFor(row);
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go between the cards inside */}
      <div ref={board} className={styles.board} onKeyDown={moveByArrow}>
        {shown.map((status, at) => (
          <BoardColumn
            key={status}
            at={at}
            status={status}
            request={request}
            rows={rows.current}
            drag={drag}
            isTarget={dragged !== null && dragged.asset.status !== status}
            onDrop={() => move(status)}
            menuFor={menuFor}
          />
        ))}
      </div>
    </ContextMenu>
  );
}
