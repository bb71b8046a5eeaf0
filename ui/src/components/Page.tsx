import { type ReactNode, useRef } from "react";
import { classes } from "./classes";
import styles from "./Page.module.css";
import { PageHeader, type PageHeaderProps } from "./PageHeader";
import { useFoot } from "./useFoot";

export interface PageProps extends PageHeaderProps {
  children: ReactNode;
  /** Docked under the body, across its width. */
  dock?: ReactNode;
  /** "page" scrolls as one; "fill" gives the children the height that is left, to scroll themselves. */
  body?: "page" | "fill";
  /** Keeps lines readable on a view made of text and fields. */
  isNarrow?: boolean;
}

/** A view: its header, its body, and what is docked below. */
export function Page({ children, dock, body = "page", isNarrow = false, ...header }: PageProps) {
  return (
    <div className={styles.page}>
      <div data-scrolls className={classes(styles.scroll, body === "fill" && styles.fill)}>
        <div className={classes(styles.content, isNarrow && styles.narrow)}>
          <PageHeader {...header} />
          <div className={styles.body}>{children}</div>
        </div>
      </div>
      {dock !== undefined && <Dock>{dock}</Dock>}
    </div>
  );
}

function Dock({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useFoot(ref);
  return (
    <div ref={ref} className={styles.dock}>
      {children}
    </div>
  );
}
