import { type RefObject, useEffect } from "react";

/** A step that takes the place of another takes the focus that went with it, and nobody else's. */
export function useLostFocus(ref: RefObject<HTMLElement | null>, selector?: string): void {
  useEffect(() => {
    const box = ref.current;
    if (box !== null && document.activeElement === document.body) {
      (selector === undefined ? box : box.querySelector<HTMLElement>(selector))?.focus();
    }
  }, [ref, selector]);
}
