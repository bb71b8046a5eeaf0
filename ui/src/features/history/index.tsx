import { getRouteApi } from "@tanstack/react-router";
import { History } from "lucide-react";
import { useCallback, useMemo } from "react";
import type { Edit } from "@/bindings/Edit";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { FailureState } from "@/errors/FailureState";
import { byDay } from "@/words/history";
import { EditItem } from "./EditItem";
import { EndOfPage } from "./EndOfPage";
import styles from "./History.module.css";
import { HistoryFilters } from "./HistoryFilters";
import { useEdits, useNameOf } from "./queries";

const route = getRouteApi("/history");

function Days({ edits }: { edits: readonly Edit[] }) {
  const nameOf = useNameOf();
  const days = useMemo(() => byDay(edits, new Date()), [edits]);
  const known = useMemo(() => new Map(edits.map((edit) => [edit.seq, edit])), [edits]);
  return days.map(({ title, items: ofDay }) => (
    <section key={title} className={styles.day} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.edits}>
        {ofDay.map((edit) => (
          <EditItem
            key={edit.seq}
            edit={edit}
            original={edit.reverts === null ? undefined : known.get(edit.reverts)}
            who={nameOf(edit.memberId)}
          />
        ))}
      </ul>
    </section>
  ));
}

function Nothing({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={History}
      title="No change fits"
      text="Every change is kept here, with what was before it, and can be restored. None fits these filters."
      action={<Button onPress={onClear}>Show everything</Button>}
    />
  );
}

/** Who changed what, and back to what was before. */
export function HistoryView() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: edits, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useEdits(search);
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const change = (changed: object) =>
    void navigate({ search: (known) => ({ ...known, ...changed }), replace: true });
  const clear = () =>
    change({ entity: undefined, text: undefined, member: undefined, kind: undefined, since: undefined });
  if (error) {
    return <FailureState level={1} error={error} retry={() => void refetch()} />;
  }
  return (
    <Page
      title="History"
      summary="Every change, with what was before it"
      toolbar={
        <HistoryFilters
          key={search.entity}
          search={search}
          onChange={change}
          latest={edits?.find(({ reverts }) => reverts === null)?.seq}
        />
      }
    >
      {edits?.length === 0 && <Nothing onClear={clear} />}
      {edits && <Days edits={edits} />}
      {hasNextPage && <EndOfPage onMore={more} isFetching={isFetchingNextPage} />}
    </Page>
  );
}
