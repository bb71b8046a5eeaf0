// Which rows of a map are drawn: those in sight, a few beyond them, and the one that Tab leads to.
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useReducer, useRef } from "react";
import { flushSync } from "react-dom";
import type { GridRows } from "./MapGrid";

// In rem, as the style sheet has them: the frozen heads and foot, and the rows with their line below.
const HEADS = 3.5;
const FOOT = 3;
const ROW = { dense: 2, tall: 4 };
const LINE_PX = 1;
const OVERSCAN = 4;

function rootPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

export interface Rows {
  scroller: RefObject<HTMLDivElement | null>;
  drawn: readonly { index: number; start: number }[];
  height: number;
  /** Draws a row for as long as no other is kept, wherever it is. */
  keep: (index: number) => void;
  /** Keeps a row, draws it at once and brings it into sight. */
  moveTo: (index: number) => void;
}

export function useRows({ count, selected = -1 }: GridRows, isDense: boolean): Rows {
  const scroller = useRef<HTMLDivElement>(null);
  const kept = useRef(0);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const size = (isDense ? ROW.dense : ROW.tall) * rootPx() + LINE_PX;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: OVERSCAN,
    // The rows are counted from below the heads, which cover as much at the top as they push down.
    scrollPaddingEnd: (HEADS + FOOT) * rootPx(),
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    rangeExtractor: (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      const isApart = kept.current < range.count && !inSight.includes(kept.current);
      return isApart ? [...inSight, kept.current].sort((a, b) => a - b) : inSight;
    },
    useFlushSync: false,
  });
  const measured = useRef(size);
  useEffect(() => {
    if (measured.current !== size) {
      measured.current = size;
      virtual.measure();
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another selection is brought into sight
  useEffect(() => {
    if (selected >= 0) {
      virtual.scrollToIndex(selected);
    }
  }, [selected]);
  const keep = (index: number) => {
    kept.current = index;
  };
  const moveTo = (index: number) => {
    keep(index);
    virtual.scrollToIndex(index);
    // The event itself comes a frame later: until then what has come into sight would be blank.
    scroller.current?.dispatchEvent(new Event("scroll"));
    flushSync(redraw);
  };
  return { scroller, drawn: virtual.getVirtualItems(), height: virtual.getTotalSize(), keep, moveTo };
}
