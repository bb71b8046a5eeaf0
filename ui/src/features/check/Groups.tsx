import { CircleCheck } from "lucide-react";
import { EmptyState } from "@/components/EmptyState";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { LOCALE } from "@/locale";
import { GroupCard } from "./GroupCard";
import styles from "./Groups.module.css";
import type { AskingProps } from "./OneByOne";
import { useGroups } from "./queries";

/** "12 posts, CFO, Inquiry": one answer for all of a group. */
export function Groups({ plan, voice, search }: AskingProps) {
  const { data, error, refetch } = useGroups(search);
  if (error) {
    return <FailureState error={error} retry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton height="12rem" />;
  }
  if (data.groups.length === 0) {
    return (
      <EmptyState
        icon={CircleCheck}
        title="No group is waiting"
        text="Placements of one format, for one persona at one stage, wait here until they have an answer."
      />
    );
  }
  return (
    <>
      <p className={styles.asked}>
        Does this help sales move the deal to the next stage? One answer goes to all of a group; open it to
        leave some out.
      </p>
      <ul className={styles.groups} aria-label="Groups">
        {data.groups.map((group) => (
          <GroupCard
            key={`${group.formatId} ${group.personaId} ${group.stageId}`}
            group={group}
            plan={plan}
            voice={voice}
            search={search}
          />
        ))}
      </ul>
      {data.groupTotal > data.groups.length && (
        <p className={styles.more}>
          {(data.groupTotal - data.groups.length).toLocaleString(LOCALE)} more groups follow when these are
          answered.
        </p>
      )}
    </>
  );
}
