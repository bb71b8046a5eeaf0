export interface StagesSearch {
  /** The stage in the rail. */
  stage?: string;
  /** The need in the rail. */
  need?: string;
}

export function stagesSearch(search: Record<string, unknown>): StagesSearch {
  if (typeof search.need === "string") {
    return { need: search.need };
  }
  return typeof search.stage === "string" ? { stage: search.stage } : {};
}
