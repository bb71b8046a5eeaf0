// Choosing cards of the tray: a click chooses one, Ctrl adds, Shift takes the range.
export interface Chosen {
  ids: ReadonlySet<string>;
  /** Where a range begins. */
  anchor: number;
}

export const NOTHING_CHOSEN: Chosen = { ids: new Set(), anchor: 0 };

export interface Held {
  add: boolean;
  range: boolean;
}

/** What is chosen after a choice at an index; cards that are not loaded are left out of a range. */
export function choose(
  chosen: Chosen,
  index: number,
  held: Held,
  idAt: (index: number) => string | undefined,
): Chosen {
  const id = idAt(index);
  if (held.range) {
    const [from, to] = [Math.min(chosen.anchor, index), Math.max(chosen.anchor, index)];
    const range = Array.from({ length: to - from + 1 }, (_, at) => idAt(from + at));
    const ids = range.filter((one) => one !== undefined);
    return { ids: new Set(held.add ? [...chosen.ids, ...ids] : ids), anchor: chosen.anchor };
  }
  if (id === undefined) {
    return chosen;
  }
  if (held.add) {
    const ids = new Set(chosen.ids);
    if (!ids.delete(id)) {
      ids.add(id);
    }
    return { ids, anchor: index };
  }
  return { ids: new Set([id]), anchor: index };
}
