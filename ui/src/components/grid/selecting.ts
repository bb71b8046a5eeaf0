// How a set of selected rows changes.

export function toggled(selected: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(selected);
  if (!next.delete(id)) {
    next.add(id);
  }
  return next;
}

/** The range takes the place of what was selected, or adds to it. */
export function ranged(
  selected: ReadonlySet<string>,
  ids: readonly string[],
  isAdding: boolean,
): Set<string> {
  return new Set(isAdding ? [...selected, ...ids] : ids);
}
