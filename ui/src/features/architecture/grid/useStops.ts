// The keys and presses of a map: one stop for Tab, moved by the arrow keys.
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import { keepStop, makeStop, placeOf, step, stopAt } from "./gridFocus";
import type { MapGridProps } from "./MapGrid";

interface StopsProps extends Pick<MapGridProps, "onOpen" | "onKey"> {
  rowCount: number;
  keep: (row: number) => void;
  moveTo: (row: number) => void;
}

function stopOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-stop]") : null;
}

export function useStops({ onOpen, onKey, rowCount, keep, moveTo }: StopsProps) {
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (grid.current) {
      keepStop(grid.current);
    }
  });
  const move = (all: HTMLElement, stop: HTMLElement, key: string, isFar: boolean): boolean => {
    const { at, columns } = placeOf(stop);
    const to = step(key, isFar, at, rowCount, columns);
    if (to === null) {
      return false;
    }
    moveTo(to.row);
    stopAt(all, to)?.focus();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const stop = stopOf(event.target);
    if (stop === null || grid.current === null || event.defaultPrevented) {
      return;
    }
    const isFar = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onOpen(stop, "key");
    } else if (move(grid.current, stop, event.key, isFar)) {
      event.preventDefault();
    } else if (!isFar && !event.altKey && onKey?.(stop, event.key) === true) {
      event.preventDefault();
    }
  };
  const onFocus = (event: FocusEvent) => {
    const stop = stopOf(event.target);
    if (stop && grid.current && stop.tabIndex !== 0) {
      makeStop(grid.current, stop);
      keep(placeOf(stop).at.row);
    }
  };
  const onClick = (event: MouseEvent) => {
    const stop = stopOf(event.target);
    if (stop) {
      onOpen(stop, "pointer");
    }
  };
  return { grid, onKeyDown, onFocus, onClick };
}
