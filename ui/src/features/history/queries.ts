import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Edit } from "@/bindings/Edit";
import type { EditPage } from "@/bindings/EditPage";
import type { ListEdits } from "@/bindings/ListEdits";
import type { Member } from "@/bindings/Member";
import type { Failure } from "@/errors/failure";
import { call } from "@/rpc/call";
import { useSession } from "@/rpc/session";
import { useCall } from "@/rpc/useCall";
import { type HistorySearch, startOf } from "./search";

function requestOf({ entity, text, member, kind, since }: HistorySearch): ListEdits {
  return {
    ...(entity !== undefined && { entityId: entity }),
    ...(text !== undefined && { text }),
    ...(member !== undefined && { memberId: member }),
    ...(kind !== undefined && { kind }),
    ...(since !== undefined && { from: startOf(since, new Date()) }),
  };
}

/** The edits that fit, the latest first, page by page. */
export function useEdits(search: HistorySearch) {
  const request = requestOf(search);
  const query = useInfiniteQuery<EditPage, Failure, readonly Edit[], readonly unknown[], number | null>({
    queryKey: ["history.list", "pages", request],
    queryFn: ({ pageParam }) =>
      call("history.list", { ...request, ...(pageParam !== null && { before: pageParam }) }),
    initialPageParam: null,
    getNextPageParam: ({ edits, more }) => (more ? (edits.at(-1)?.seq ?? null) : null),
    select: ({ pages }) => pages.flatMap(({ edits }) => edits),
    placeholderData: (before) => before,
  });
  return query;
}

export function useDetail(seq: number, limit: number) {
  return useCall("history.get", { seq, limit }, { keepPrevious: true });
}

const NOBODY: readonly Member[] = [];

export function useMembers(): readonly Member[] {
  return useSession()?.open?.members ?? NOBODY;
}

export function useNameOf(): (memberId: string | null) => string {
  const members = useMembers();
  return useMemo(() => {
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return (memberId: string | null) =>
      memberId === null ? "Throughline" : (names.get(memberId) ?? "Somebody");
  }, [members]);
}
