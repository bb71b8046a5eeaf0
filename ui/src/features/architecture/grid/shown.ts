import { useLayoutEffect } from "react";

/** Marks the moment the map is first on the screen, to be read in the inspector's timeline and by the bench. */
export function useShownMark(): void {
  useLayoutEffect(() => {
    if (performance.getEntriesByName("map").length === 0) {
      // A timer set within a frame runs once that frame is painted.
      requestAnimationFrame(() => setTimeout(() => performance.mark("map")));
    }
  }, []);
}
