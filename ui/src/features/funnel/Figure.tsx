import type { ReactNode } from "react";
import { LOCALE } from "@/locale";
import { FEW } from "@/words/funnel";
import styles from "./Funnel.module.css";

export interface FigureProps {
  children: string;
  /** Of so many: what is of too few is set quietly, and says so. */
  of?: number | undefined;
  /** Beneath it. */
  note?: ReactNode;
}

/** A figure of a table, with what it is of. */
export function Figure({ children, of, note }: FigureProps) {
  const isWord = !/\d/.test(children);
  const isFew = of !== undefined && of > 0 && of < FEW;
  return (
    <span className={styles.stack}>
      <span className={styles.figure} data-quiet={isWord || isFew || undefined}>
        {children}
      </span>
      {isFew && !isWord ? (
        <span className={styles.note}>too few ({of.toLocaleString(LOCALE)})</span>
      ) : (
        note !== undefined && <span className={styles.note}>{note}</span>
      )}
    </span>
  );
}
