// How a list of any length scrolls. A browser lets no element grow beyond some 33 million px, so a taller
// list has pages: within one, a px scrolled is a px of the list; from page to page the list moves on
// under the bar. Dragging the bar goes straight to the share of the list that it shows.

/** No taller than this is the element: of what it holds, halves of px are still exact. */
export const TALLEST = 8_000_000;

const PAGES_IN_ELEMENT = 100;

export interface Scale {
  /** Of the list, in px. */
  total: number;
  /** Of the element that stands for it. */
  height: number;
}

export interface Place {
  /** How far down the list the view is, in px of the list. */
  top: number;
  /** What lies between a px of the list and the same px of the element. */
  offset: number;
}

export const AT_TOP: Place = { top: 0, offset: 0 };

export function scaleOf(total: number, tallest: number = TALLEST): Scale {
  return { total, height: Math.min(total, tallest) };
}

function offsetAt({ total, height }: Scale, top: number): number {
  if (total <= height) {
    return 0;
  }
  const page = height / PAGES_IN_ELEMENT;
  const pages = Math.floor(total / page);
  const at = Math.min(pages - 1, Math.floor(top / page));
  return Math.round((at * (total - height)) / (pages - 1));
}

/** The view at a place of the list; the element is then to be scrolled to `top - offset`. */
export function placeAt(scale: Scale, top: number, view: number): Place {
  const within = Math.max(0, Math.min(top, scale.total - view));
  return { top: within, offset: offsetAt(scale, within) };
}

/** The element was scrolled: a step moves the list by as much, a leap goes to the same share of it. */
export function follow(scale: Scale, before: Place, scrolled: number, view: number): Place {
  const room = scale.height - view;
  if (scale.total <= scale.height || scrolled <= 0) {
    return placeAt(scale, scrolled, view);
  }
  if (scrolled >= room) {
    return placeAt(scale, scale.total, view);
  }
  const step = scrolled - (before.top - before.offset);
  if (Math.abs(step) < view) {
    return placeAt(scale, before.top + step, view);
  }
  const { offset } = placeAt(scale, (scrolled / room) * (scale.total - view), view);
  return { top: scrolled + offset, offset };
}

export interface Sight {
  first: number;
  /** Before the first where there is none. */
  last: number;
}

/** The rows in sight, and some more on both sides. */
export function sightOf(count: number, row: number, { top }: Place, view: number, more: number): Sight {
  return {
    first: Math.max(0, Math.floor(top / row) - more),
    last: Math.min(count - 1, Math.ceil((top + view) / row) - 1 + more),
  };
}

/** Where the view must be for a row to be in sight wholly; where it is, if it is. */
export function topFor(index: number, row: number, { top }: Place, view: number): number {
  const start = index * row;
  return start < top ? start : Math.max(top, start + row - view);
}
