// Which rows of a list are in sight, and where they are drawn. All rows are equally high.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { AT_TOP, follow, type Place, placeAt, type Sight, scaleOf, sightOf, topFor } from "./scaling";

export interface RowsGiven {
  count: number;
  scroller: RefObject<HTMLDivElement | null>;
  /** In px, all of these. */
  row: number;
  /** Stays above the rows. */
  head: number;
  /** Room below the last row. */
  foot: number;
  /** Rows kept ready on both sides of what is in sight. */
  overscan: number;
}

export interface Rows extends Sight {
  /** Of the element that holds the rows. */
  height: number;
  /** Where in it a row is drawn. */
  topOf: (index: number) => number;
  /** How many rows a page up or down passes. */
  page: number;
  show: (index: number) => void;
  toTop: () => void;
}

interface Drawn extends Sight {
  offset: number;
  view: number;
}

const UNSEEN: Drawn = { first: 0, last: -1, offset: 0, view: 0 };

const isSame = (one: Drawn, other: Drawn) =>
  one.first === other.first &&
  one.last === other.last &&
  one.offset === other.offset &&
  one.view === other.view;

/** Calls with the box, now and whenever its size changes. */
function useSize(scroller: RefObject<HTMLDivElement | null>, onSize: () => void): void {
  useLayoutEffect(() => {
    onSize();
    const box = scroller.current;
    if (box === null || typeof ResizeObserver === "undefined") {
      return;
    }
    const observer = new ResizeObserver(onSize);
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller, onSize]);
}

export function useRows({ count, scroller, row, head, foot, overscan }: RowsGiven): Rows {
  const scale = useMemo(() => scaleOf(count * row + foot), [count, row, foot]);
  const place = useRef<Place>(AT_TOP);
  const [drawn, setDrawn] = useState(UNSEEN);
  const viewOf = useCallback(
    () => Math.max(0, (scroller.current?.clientHeight ?? 0) - head),
    [scroller, head],
  );
  const draw = useCallback(
    (next: Place) => {
      place.current = next;
      const view = viewOf();
      const sight = { ...sightOf(count, row, next, view, overscan), offset: next.offset, view };
      setDrawn((before) => (isSame(before, sight) ? before : sight));
    },
    [count, row, overscan, viewOf],
  );
  /** Brings the element to where the place says it is. */
  const bring = useCallback(
    (next: Place) => {
      const box = scroller.current;
      const scrolled = next.top - next.offset;
      if (box !== null && Math.abs(box.scrollTop - scrolled) >= 1) {
        box.scrollTop = scrolled;
      }
    },
    [scroller],
  );
  const settle = useCallback(() => {
    const scrolled = scroller.current?.scrollTop ?? 0;
    const next = follow(scale, place.current, scrolled, viewOf());
    draw(next);
    if (scale.total > scale.height) {
      bring(next);
    }
  }, [scale, scroller, viewOf, draw, bring]);
  useSize(scroller, settle);
  useEffect(() => {
    const box = scroller.current;
    box?.addEventListener("scroll", settle, { passive: true });
    return () => box?.removeEventListener("scroll", settle);
  }, [scroller, settle]);
  const show = useCallback(
    (index: number) => {
      const view = viewOf();
      const top = topFor(index, row, place.current, view - foot);
      if (top !== place.current.top) {
        const next = placeAt(scale, top, view);
        draw(next);
        bring(next);
      }
    },
    [viewOf, row, foot, scale, draw, bring],
  );
  const toTop = useCallback(() => {
    draw(AT_TOP);
    bring(AT_TOP);
  }, [draw, bring]);
  const { offset } = drawn;
  return {
    first: drawn.first,
    last: Math.min(drawn.last, count - 1),
    height: scale.height,
    topOf: useCallback((index: number) => index * row - offset, [row, offset]),
    page: Math.max(1, Math.floor(drawn.view / row) - 1),
    show,
    toTop,
  };
}
