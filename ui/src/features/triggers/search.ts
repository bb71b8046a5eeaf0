export interface TriggersSearch {
  /** The trigger to show. */
  trigger?: string;
}

export function triggersSearch(search: Record<string, unknown>): TriggersSearch {
  return typeof search.trigger === "string" ? { trigger: search.trigger } : {};
}
