// What the address of the follow-up says: which part of the queue, and whose.
import { oneOf, setOf, textOf } from "@/actions/searchParams";
import type { FollowUpList } from "@/bindings/FollowUpList";
import type { FollowUpQuery } from "@/bindings/FollowUpQuery";
import { FOLLOW_UP_LISTS } from "@/words/followUp";

/** In place of the id of a member: whoever speaks, and nobody. */
export const MINE = "me";
export const NOBODY = "none";

export interface FollowUpSearch {
  /** What is to be answered unless set. */
  list?: FollowUpList;
  /** "me", "none", or the id of a member; everybody's unless set. */
  owner?: string;
}

export const FIRST_LIST: FollowUpList = "toAnswer";

export function followUpSearch(search: Record<string, unknown>): FollowUpSearch {
  const list = oneOf(FOLLOW_UP_LISTS, search.list);
  return setOf<FollowUpSearch>({
    list: list === FIRST_LIST ? undefined : list,
    owner: textOf(search.owner),
  });
}

/** The leads that are asked for; "me" is whoever speaks, and nobody's where nobody does. */
export function queryOf({ list, owner }: FollowUpSearch, speaker: string | null): FollowUpQuery {
  const ownerId = owner === MINE ? speaker : (owner ?? null);
  return {
    list: list ?? FIRST_LIST,
    ...(owner !== undefined && (ownerId === null || owner === NOBODY ? { unassigned: true } : { ownerId })),
  };
}
