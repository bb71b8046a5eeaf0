import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from "react";

const STORE = "throughline.rail";
const NARROWEST = 16;
const WIDEST = 36;
const USUAL = 20;
const STEP = 1;

export function clampRail(rem: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, rem));
}

function readWidth(): number {
  const stored = Number.parseFloat(localStorage.getItem(STORE) ?? "");
  return Number.isFinite(stored) ? clampRail(stored) : USUAL;
}

/** The width of the rail, in rem so that it grows with the text; moved by pointer and by arrow keys. */
export function useRailWidth(rail: RefObject<HTMLElement | null>) {
  const [rem, setRem] = useState(readWidth);
  const keep = (next: number) => {
    const width = clampRail(next);
    localStorage.setItem(STORE, String(width));
    setRem(width);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const right = rail.current?.getBoundingClientRect().right ?? window.innerWidth;
    const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => keep((right - moved.clientX) / unit);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", move), {
      once: true,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      event.preventDefault();
      keep(rem + (event.key === "ArrowLeft" ? STEP : -STEP));
    }
  };
  return {
    width: `${rem}rem`,
    percent: Math.round(((rem - NARROWEST) / (WIDEST - NARROWEST)) * 100),
    onPointerDown,
    onKeyDown,
    reset: () => keep(USUAL),
  };
}
