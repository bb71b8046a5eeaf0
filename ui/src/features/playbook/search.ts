// The address of the playbook: which stage is open, and for whom.
import { setOf, textOf } from "@/actions/searchParams";

export interface PlaybookSearch {
  /** The first one unless set. */
  stage?: string;
  /** Everybody unless set. */
  persona?: string;
}

export function playbookSearch({ stage, persona }: Record<string, unknown>): PlaybookSearch {
  return setOf<PlaybookSearch>({ stage: textOf(stage), persona: textOf(persona) });
}
