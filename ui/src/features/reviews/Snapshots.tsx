import { getRouteApi } from "@tanstack/react-router";
import { Camera, Trash2 } from "lucide-react";
import type { RefObject } from "react";
import { useDeletion } from "@/actions/deletion";
import { searchOver } from "@/actions/searchParams";
import type { SnapshotRow } from "@/bindings/SnapshotRow";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { IconButton } from "@/components/IconButton";
import { InlineEdit } from "@/components/InlineEdit";
import { LineEntry } from "@/components/LineEntry";
import { Select } from "@/components/Select";
import { Skeleton } from "@/components/Skeleton";
import { Table, TableRow } from "@/components/Table";
import { FailureState } from "@/errors/FailureState";
import { LOCALE } from "@/locale";
import { mutateField } from "@/rpc/mutate";
import { sayDate } from "@/words/text";
import { ComparisonView } from "./ComparisonView";
import { useCompared, useSnapshots } from "./queries";
import styles from "./Reviews.module.css";

const route = getRouteApi("/reviews");

const COLUMNS = [
  { id: "name", title: "Snapshot", width: "minmax(10rem, 2fr)" },
  { id: "asOf", title: "As of", width: "minmax(7rem, 1fr)" },
  { id: "score", title: "Coverage", width: "minmax(11rem, 1.5fr)" },
  { id: "by", title: "Taken by", width: "minmax(7rem, 1fr)" },
  { id: "verbs", title: "Verbs", isTitleHidden: true, width: "auto" },
] as const;

const NOW = "now";

const NOTHING =
  "A snapshot freezes the figures of today: scores, the state of every cell, verdicts, needs, content, maturity, key figures and the funnel. Take one at each quarter's end; two of them show what changed, and which edits did it.";

function sayScore({ score: { value, covered, applicable } }: SnapshotRow): string {
  const score = value === null ? "no score" : String(Math.round(100 * value));
  return `${score}, ${covered.toLocaleString(LOCALE)} of ${applicable.toLocaleString(LOCALE)} cells covered`;
}

function Compare({ before, after }: { before: string; after: string | undefined }) {
  const { data, error, refetch } = useCompared(before, after);
  if (error) {
    return <FailureState error={error} retry={() => void refetch()} isCompact />;
  }
  if (data === undefined) {
    return <Skeleton lines={8} />;
  }
  const { comparison, turned, kpis, stages } = data;
  const isSame =
    turned.length === 0 &&
    kpis.length === 0 &&
    stages.length === 0 &&
    comparison.cells.length === 0 &&
    comparison.needs.length === 0 &&
    comparison.ratings.length === 0 &&
    comparison.assets === null &&
    comparison.verdicts === null;
  return isSame ? (
    <EmptyState isCompact title="Nothing has changed" text="The figures of both are the same." />
  ) : (
    <ComparisonView compared={data} />
  );
}

function Comparer({ snapshots }: { snapshots: readonly SnapshotRow[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choices = snapshots.map(({ id, name, asOf }) => ({ id, label: name, detail: sayDate(asOf) }));
  const before = snapshots.find(({ id }) => id === search.before) ?? snapshots[0];
  const after = snapshots.find(({ id }) => id === search.after && id !== before?.id);
  if (before === undefined) {
    return null;
  }
  const change = (part: { before?: string | undefined; after?: string | undefined }) =>
    void navigate({ search: (old) => searchOver(old, part) as never, replace: true });
  return (
    <Card title="What changed">
      <div className={styles.stack}>
        <div className={styles.pickers}>
          <Select
            label="Older"
            choices={choices.filter(({ id }) => id !== after?.id)}
            value={before.id}
            onChange={(id) => change({ before: id })}
          />
          <Select
            label="Newer"
            choices={[
              { id: NOW, label: "The plan as it is", detail: "today" },
              ...choices.filter(({ id }) => id !== before.id),
            ]}
            value={after?.id ?? NOW}
            onChange={(id) => change({ after: id === NOW ? undefined : id })}
          />
        </div>
        <Compare before={before.id} after={after?.id} />
      </div>
    </Card>
  );
}

function takeSnapshot(name: string): Promise<string | null> {
  return mutateField("snapshot.take", { name }, { toast: `${name} is frozen` });
}

/** What was frozen, and what changed between two of them. */
export function Snapshots({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const snapshots = useSnapshots();
  const deletion = useDeletion();
  const entry = (
    <div className={styles.entry}>
      <LineEntry
        ref={field}
        label="Name of the new snapshot"
        placeholder="Freeze today's figures as, such as Q3 2026"
        onAdd={takeSnapshot}
      />
    </div>
  );
  if (snapshots.length === 0) {
    return <EmptyState icon={Camera} title="What was it a quarter ago?" text={NOTHING} action={entry} />;
  }
  return (
    <div className={styles.stack}>
      <Card isFlush>
        <Table label="Snapshots" columns={COLUMNS}>
          {snapshots.map((row) => (
            <TableRow
              key={row.id}
              cells={[
                <InlineEdit
                  key="name"
                  label="Name of the snapshot"
                  value={row.name}
                  isRequired
                  onCommit={(name) => mutateField("snapshot.rename", { id: row.id, name })}
                />,
                sayDate(row.asOf),
                <span key="score" className={styles.figure}>
                  {sayScore(row)}
                </span>,
                row.takenBy ?? "",
                <IconButton
                  key="delete"
                  isEdit
                  icon={Trash2}
                  label={`Delete ${row.name}`}
                  onPress={() => deletion.ask({ kind: "snapshot", id: row.id, name: row.name })}
                />,
              ]}
              below={deletion.askedId === row.id ? deletion.notice : undefined}
            />
          ))}
        </Table>
      </Card>
      {entry}
      <Comparer snapshots={snapshots} />
    </div>
  );
}
