import type { ReactNode } from "react";
import styles from "./Facts.module.css";

/** Facts under each other, each with its name on the left. */
export function Facts({ children }: { children: ReactNode }) {
  return <div className={styles.facts}>{children}</div>;
}

/** A fact and its field; the field carries the name, for those who do not see where it stands. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      <div className={styles.field}>{children}</div>
    </div>
  );
}

/** How a field looks within a fact. */
export const QUIET = { isLabelHidden: true, isQuiet: true } as const;
