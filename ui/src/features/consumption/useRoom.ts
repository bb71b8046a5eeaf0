import { type RefObject, useLayoutEffect, useState } from "react";

/** How wide an element is, in px at a text size of 100%; 0 until it is shown. */
export function useRoom(ref: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) {
      return undefined;
    }
    const measure = () => {
      const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setRoom(Math.floor((element.clientWidth * 16) / letter));
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [ref]);
  return room;
}
