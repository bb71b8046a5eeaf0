export type Axis = "x" | "y";

/** Where a thing lies in the window. */
export interface Box {
  id: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Aim {
  over: string;
  after: boolean;
}

/** How far beside a thing the pointer may be and still mean it, in CSS pixels. */
const REACH = 48;

/** The list with one thing taken out and put back so that it stands at `to`. */
export function moved(ids: readonly string[], id: string, to: number): string[] {
  const rest = ids.filter((other) => other !== id);
  return rest.length === ids.length ? [...ids] : [...rest.slice(0, to), id, ...rest.slice(to)];
}

export function differs(next: readonly string[], ids: readonly string[]): boolean {
  return next.some((id, at) => id !== ids[at]);
}

/** The list as it is once `id` has been dropped there. */
export function dropped(ids: readonly string[], id: string, { over, after }: Aim): string[] {
  const at = ids.filter((other) => other !== id).indexOf(over);
  return at < 0 ? [...ids] : moved(ids, id, after ? at + 1 : at);
}

function distance({ left, top, width, height }: Box, x: number, y: number): number {
  const aside = Math.max(left - x, 0, x - left - width);
  const above = Math.max(top - y, 0, y - top - height);
  return Math.hypot(aside, above);
}

/** Which thing the pointer means, and on which side of it; the gaps between things mean the nearest. */
export function aimAt(boxes: readonly Box[], axis: Axis, x: number, y: number): Aim | null {
  const [nearest] = boxes
    .map((box) => ({ box, far: distance(box, x, y) }))
    .filter(({ far }) => far <= REACH)
    .sort((one, other) => one.far - other.far);
  if (nearest === undefined) {
    return null;
  }
  const { id, left, top, width, height } = nearest.box;
  return { over: id, after: axis === "x" ? x > left + width / 2 : y > top + height / 2 };
}
