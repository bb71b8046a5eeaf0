import { type RefObject, useLayoutEffect } from "react";

const feet = new Set<Element>();

function measure(): void {
  const tops = [...feet].map((foot) => foot.getBoundingClientRect().top);
  const height = tops.length === 0 ? 0 : Math.max(0, window.innerHeight - Math.min(...tops));
  document.documentElement.style.setProperty("--foot", `${height}px`);
}

/** What stands at the foot of the view, so that messages float above it: their `--foot`. */
export function useFoot(ref: RefObject<Element | null>): void {
  useLayoutEffect(() => {
    const foot = ref.current;
    if (foot === null) {
      return;
    }
    feet.add(foot);
    // The root as well: what hangs at the foot moves with the window without changing its size.
    const sizes = new ResizeObserver(measure);
    sizes.observe(foot);
    sizes.observe(document.documentElement);
    measure();
    return () => {
      sizes.disconnect();
      feet.delete(foot);
      measure();
    };
  }, [ref]);
}
