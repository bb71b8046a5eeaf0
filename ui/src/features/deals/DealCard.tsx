import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { DealRow } from "@/bindings/DealRow";
import type { Persona } from "@/bindings/Persona";
import { NAMELESS } from "@/words/deals";
import { sayRoundMoney } from "@/words/money";
import { Age } from "./Age";
import styles from "./Board.module.css";
import { Committee } from "./Committee";

export interface DealCardProps {
  deal: DealRow;
  personas: readonly Persona[];
  top: number;
  column: number;
  place: number;
}

function DrawnCard({ deal, personas, top, column, place }: DealCardProps) {
  const { key, name, account, owner, value } = deal;
  const behind = [account, owner].filter(Boolean).join(" · ");
  return (
    <div role="listitem" className={styles.place} style={{ transform: `translateY(${top}px)` }}>
      <article className={styles.card}>
        <Link
          to="/deals/$key"
          params={{ key: String(key) }}
          search={(old: object) => old as never}
          className={styles.title}
          data-column={column}
          data-place={place}
          draggable={false}
        >
          {name || NAMELESS}
        </Link>
        <p className={styles.behind} title={behind}>
          {behind || "No account named"}
        </p>
        <p className={styles.foot}>
          {value === null ? (
            <span className={styles.none}>no value</span>
          ) : (
            <span className={styles.value}>{sayRoundMoney(value)}</span>
          )}
          <Committee deal={deal} personas={personas} />
        </p>
        <p className={styles.foot}>
          <Age deal={deal} />
        </p>
      </article>
    </div>
  );
}

export const DealCard = memo(DrawnCard);
