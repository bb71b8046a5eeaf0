/** Resolves once the next frame is on the screen, or soon where no frame comes: a hidden window has none. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const soon = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(soon);
      // A timer set within a frame runs once that frame is painted.
      setTimeout(resolve);
    });
  });
}
