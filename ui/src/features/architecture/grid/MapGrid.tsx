import { type DragEvent, type KeyboardEvent, type ReactNode, type Ref, useEffect, useRef } from "react";
import { useEdges } from "./edges";
import { keepStop, makeStop, moveFocus } from "./gridFocus";
import styles from "./MapGrid.module.css";

export interface GridDrops {
  onDragOver: (event: DragEvent<HTMLElement>) => void;
  onDragLeave: (event: DragEvent<HTMLElement>) => void;
  onDrop: (event: DragEvent<HTMLElement>) => void;
}

export interface MapGridProps {
  label: string;
  rowCount: number;
  columnCount: number;
  /** The tracks of the columns, without those of the heads and the scores. */
  minColumn: string;
  /** A frozen column of margins at the end. */
  hasMargin?: boolean;
  isDense: boolean;
  /** A press, Enter or Space on something that can be focused. */
  onOpen: (stop: HTMLElement, by: "key" | "pointer") => void;
  /** Other keys on it; true when they meant something. */
  onKey?: (stop: HTMLElement, key: string) => boolean;
  drops?: GridDrops;
  ref?: Ref<HTMLDivElement>;
  children: ReactNode;
}

function useStops(onOpen: MapGridProps["onOpen"], onKey: MapGridProps["onKey"]) {
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (grid.current) {
      keepStop(grid.current);
    }
  });
  const stopOf = (target: EventTarget) =>
    target instanceof Element ? target.closest<HTMLElement>("[data-stop]") : null;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const stop = stopOf(event.target);
    if (stop === null || grid.current === null || event.defaultPrevented) {
      return;
    }
    const isFar = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onOpen(stop, "key");
    } else if (moveFocus(grid.current, stop, event.key, isFar)) {
      event.preventDefault();
    } else if (!isFar && !event.altKey && onKey?.(stop, event.key) === true) {
      event.preventDefault();
    }
  };
  const onFocus = (event: React.FocusEvent) => {
    const stop = stopOf(event.target);
    if (stop && grid.current) {
      makeStop(grid.current, stop);
    }
  };
  const onClick = (event: React.MouseEvent) => {
    const stop = stopOf(event.target);
    if (stop) {
      onOpen(stop, "pointer");
    }
  };
  return { grid, onKeyDown, onFocus, onClick };
}

/** A grid with frozen heads and margins, moved through by arrow keys. */
export function MapGrid(props: MapGridProps) {
  const { label, rowCount, columnCount, minColumn, isDense, onOpen, onKey, drops, ref, children } = props;
  const margin = props.hasMargin === false ? "" : " minmax(var(--margin), 0.6fr)";
  const { grid, ...handlers } = useStops(onOpen, onKey);
  useEdges(grid);
  return (
    <div className={styles.card} ref={ref}>
      <div
        ref={grid}
        role="grid"
        aria-label={label}
        aria-rowcount={rowCount}
        aria-colcount={columnCount + (margin === "" ? 1 : 2)}
        className={styles.grid}
        data-dense={isDense || undefined}
        style={{
          gridTemplateColumns: `minmax(var(--head), 1.7fr) repeat(${columnCount}, minmax(${minColumn}, 1fr))${margin}`,
        }}
        {...handlers}
        {...drops}
      >
        {children}
      </div>
    </div>
  );
}
