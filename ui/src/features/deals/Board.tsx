// The open deals by stage. Arrow keys go from card to card.
import { useRef } from "react";
import type { DealList } from "@/bindings/DealList";
import { moveByArrow, useKeptFocus } from "@/components/cardFocus";
import styles from "./Board.module.css";
import { BoardColumn } from "./BoardColumn";
import { useByWeight, useStageNames } from "./queries";
import type { DealsSearch } from "./search";

export interface BoardProps {
  list: DealList;
  search: DealsSearch;
  journey: string | undefined;
}

export function Board({ list, search, journey }: BoardProps) {
  const board = useRef<HTMLDivElement>(null);
  useKeptFocus(board);
  const personas = useByWeight();
  const names = useStageNames();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go between the cards inside
    <div ref={board} className={styles.board} onKeyDown={moveByArrow}>
      {list.stages.map((stage, at) => (
        <BoardColumn
          key={stage.stageId ?? "none"}
          at={at}
          stage={stage}
          name={names.get(stage.stageId ?? "")}
          currency={list.currency}
          personas={personas}
          search={search}
          journey={journey}
        />
      ))}
    </div>
  );
}
