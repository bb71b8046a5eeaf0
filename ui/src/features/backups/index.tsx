import { getRouteApi } from "@tanstack/react-router";
import { ArchiveRestore } from "lucide-react";
import { useMemo } from "react";
import type { BackupList } from "@/bindings/BackupList";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { RailLayout } from "@/components/RailLayout";
import { FailureState } from "@/errors/FailureState";
import { useReadOnly } from "@/rpc/session";
import { byDay } from "@/words/history";
import { sayAgo } from "@/words/times";
import { BackupItem } from "./BackupItem";
import { BackupRail } from "./BackupRail";
import styles from "./Backups.module.css";
import { useBackUp, useBackups, useNow } from "./queries";

const route = getRouteApi("/backups");

function Summary({ list, now }: { list: BackupList; now: number }) {
  const last = list.backups[0]?.at ?? list.state.last;
  return (
    <>
      {last === null ? (
        "No backup yet"
      ) : (
        <>
          Last backup <strong>{sayAgo(last, now)}</strong>
        </>
      )}
      {list.folder !== null && (
        <>
          {" · kept in "}
          <span className="selectable">{list.folder}</span>
        </>
      )}
    </>
  );
}

interface DaysProps {
  list: BackupList;
  now: number;
  chosen: string | undefined;
  canRestore: boolean;
  onChoose: (name: string) => void;
}

function Days({ list, now, chosen, canRestore, onChoose }: DaysProps) {
  const days = useMemo(() => byDay(list.backups, new Date(now)), [list.backups, now]);
  return days.map(({ title, items }) => (
    <section key={title} className={styles.group} aria-label={title}>
      <h2 className={styles.day}>{title}</h2>
      <ul className={styles.list}>
        {items.map((backup) => (
          <BackupItem
            key={backup.name}
            backup={backup}
            now={now}
            isChosen={backup.name === chosen}
            canRestore={canRestore}
            onChoose={() => onChoose(backup.name)}
          />
        ))}
      </ul>
    </section>
  ));
}

function Nothing() {
  return (
    <EmptyState
      icon={ArchiveRestore}
      title="No backup yet"
      text="Throughline makes one by itself within minutes of work. Each is checked before it counts."
    />
  );
}

/** The states of the workspace that can be gone back to. */
export function BackupsView() {
  const { backup: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const now = useNow();
  const { data: list, error, refetch } = useBackups();
  const { run, isPending } = useBackUp();
  const readOnly = useReadOnly();
  if (error) {
    return <FailureState level={1} error={error} retry={() => void refetch()} />;
  }
  const choose = (name: string | undefined) =>
    void navigate({
      search: ({ backup: _, ...rest }) => (name ? { ...rest, backup: name } : rest),
      replace: true,
    });
  const shown = list?.backups.find(({ name }) => name === chosen);
  // From a look at a backup it can be gone on from there; where somebody else writes, it cannot.
  const canRestore = readOnly === null || readOnly.why === "backup";
  return (
    <RailLayout
      isOpen={shown !== undefined}
      onClose={() => choose(undefined)}
      railLabel="Backup"
      rail={shown && <BackupRail key={shown.name} backup={shown} canRestore={canRestore} />}
    >
      <Page
        title="Backups"
        summary={list && <Summary list={list} now={now} />}
        actions={
          <Button
            look={shown === undefined ? "primary" : "secondary"}
            icon={ArchiveRestore}
            onPress={() => void run()}
            isPending={isPending}
            isDisabled={readOnly !== null}
          >
            Back up now
          </Button>
        }
      >
        {list?.state.failed != null && (
          <Banner tone="danger" title="The last backup failed.">
            {list.state.failed} The workspace itself is not affected.
          </Banner>
        )}
        {list?.backups.length === 0 && <Nothing />}
        {list && <Days list={list} now={now} chosen={chosen} canRestore={canRestore} onChoose={choose} />}
      </Page>
    </RailLayout>
  );
}
