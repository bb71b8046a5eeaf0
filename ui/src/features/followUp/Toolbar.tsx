import type { FollowUpCounts } from "@/bindings/FollowUpCounts";
import type { FollowUpList } from "@/bindings/FollowUpList";
import { AnyOf } from "@/components/AnyOf";
import { KeepsWorking } from "@/components/KeepsWorking";
import { SegmentedControl } from "@/components/SegmentedControl";
import { useMembers } from "@/rpc/lists";
import { FOLLOW_UP_LISTS, LIST_WORDS } from "@/words/followUp";
import { FIRST_LIST, type FollowUpSearch, MINE, NOBODY } from "./search";

export interface ToolbarProps {
  search: FollowUpSearch;
  counts: FollowUpCounts;
  set: (part: { [K in keyof FollowUpSearch]?: FollowUpSearch[K] | undefined }) => void;
}

/** Which part of the queue, and whose. */
export function Toolbar({ search, counts, set }: ToolbarProps) {
  const members = useMembers().filter(({ former }) => !former);
  const owners = [
    { id: MINE, label: "Mine" },
    { id: NOBODY, label: "Unassigned" },
    ...members.map(({ id, name }) => ({ id, label: name })),
  ];
  return (
    <>
      <KeepsWorking>
        <SegmentedControl<FollowUpList>
          label="Part of the queue"
          segments={FOLLOW_UP_LISTS.map((id) => ({ id, label: LIST_WORDS[id], count: counts[id] }))}
          value={search.list ?? FIRST_LIST}
          onChange={(list) => set({ list: list === FIRST_LIST ? undefined : list })}
        />
      </KeepsWorking>
      <AnyOf
        label="Whose"
        any="Everybody’s"
        choices={owners}
        value={search.owner}
        onChange={(owner) => set({ owner })}
      />
    </>
  );
}
