// Whether anything of a grid is scrolled away under its frozen columns. Kept in the page, not in React:
// scrolling draws nothing anew.
import { type RefObject, useEffect } from "react";

function mark({ dataset, scrollLeft, scrollWidth, clientWidth }: HTMLElement): void {
  const set = (name: string, isOn: boolean) => {
    if (isOn) {
      dataset[name] = "";
    } else {
      delete dataset[name];
    }
  };
  set("isWide", scrollWidth > clientWidth);
  set("underHead", scrollLeft > 0);
  set("underMargin", scrollLeft + clientWidth < scrollWidth - 1);
}

/**
 * Keeps `data-is-wide` (something can be scrolled away), `data-under-head` and `data-under-margin` (something is) of the
 * element that scrolls around a grid.
 */
export function useEdges(grid: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const scroller = grid.current?.parentElement;
    if (!(grid.current && scroller)) {
      return;
    }
    const look = () => mark(scroller);
    const sizes = new ResizeObserver(look);
    sizes.observe(scroller);
    sizes.observe(grid.current);
    scroller.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      scroller.removeEventListener("scroll", look);
    };
  }, [grid]);
}
