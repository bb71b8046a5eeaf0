// The address of the playbook: which stage is open, and for whom.

export interface PlaybookSearch {
  /** The first one unless set. */
  stage?: string;
  /** Everybody unless set. */
  persona?: string;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function playbookSearch(search: Record<string, unknown>): PlaybookSearch {
  const [stage, persona] = [text(search.stage), text(search.persona)];
  return { ...(stage !== undefined && { stage }), ...(persona !== undefined && { persona }) };
}
