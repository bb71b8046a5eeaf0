import { ArrowLeft, Eye, FileWarning, FolderOpen, LifeBuoy, RefreshCw } from "lucide-react";
import { useState } from "react";
import type { RefusedFile } from "@/bindings/RefusedFile";
import type { Saved } from "@/bindings/Saved";
import { Button } from "@/components/Button";
import { forgetRefused, pickWorkspace, readRefusedCopy, rescueRefused, retryRefused } from "@/rpc/opening";
import { BackupChoice } from "./BackupChoice";
import styles from "./Refused.module.css";
import { RescuedSummary } from "./RescuedSummary";
import { findingOf, mayRetry, reasonOf, titleOf } from "./words";

export interface RefusedViewProps {
  refused: RefusedFile;
  /** The name of the workspace that stayed open. */
  openName: string | null;
}

interface WaysProps extends RefusedViewProps {
  onRescued: (saved: Saved) => void;
}

function Ways({ refused, openName, onRescued }: WaysProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const during = async (verb: string, run: () => Promise<unknown>) => {
    setBusy(verb);
    await run();
    setBusy(null);
  };
  const rescue = async () => {
    const saved = await rescueRefused();
    if (saved !== null) {
      onRescued(saved);
    }
  };
  // Where no backup can take its place, what can be read is the way on.
  const isFirst = !refused.canReadCopy && refused.backups === 0;
  return (
    <div className={styles.ways}>
      {refused.canReadCopy && (
        <Button
          look="primary"
          icon={Eye}
          onPress={() => void during("look", readRefusedCopy)}
          isPending={busy === "look"}
        >
          Look at a read-only copy
        </Button>
      )}
      {refused.canRescue && (
        <Button
          look={isFirst ? "primary" : "secondary"}
          icon={LifeBuoy}
          onPress={() => void during("rescue", rescue)}
          isPending={busy === "rescue"}
        >
          Save what can be read
        </Button>
      )}
      {mayRetry(refused.code) && (
        <Button
          icon={RefreshCw}
          onPress={() => void during("retry", retryRefused)}
          isPending={busy === "retry"}
        >
          Try again
        </Button>
      )}
      <Button
        icon={FolderOpen}
        onPress={() => void during("open", pickWorkspace)}
        isPending={busy === "open"}
      >
        Open another…
      </Button>
      <Button look="quiet" icon={ArrowLeft} onPress={() => void during("back", forgetRefused)}>
        {openName === null ? "Back to start" : `Back to ${openName}`}
      </Button>
    </div>
  );
}

/** In the place of a workspace that was not opened: why, and the ways on. */
export function RefusedView({ refused, openName }: RefusedViewProps) {
  const [saved, setSaved] = useState<Saved | null>(null);
  const finding = findingOf(refused);
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <header className={styles.head}>
          <span className={styles.sign}>
            <FileWarning aria-hidden size={20} strokeWidth={1.5} />
          </span>
          <h1 className={styles.title}>{titleOf(refused.code)}</h1>
          <p className={`${styles.text} selectable`}>{reasonOf(refused)}</p>
          {!refused.message.includes(refused.location.path) && (
            <p className={styles.path}>
              <code className="selectable">{refused.location.path}</code>
            </p>
          )}
          {finding !== null && (
            <p className={styles.path}>
              The check found: <span className="selectable">{finding}</span>
            </p>
          )}
          <p className={styles.quiet}>Nothing in this file was changed.</p>
        </header>
        {saved === null ? (
          <>
            {refused.backups > 0 && <BackupChoice />}
            <Ways refused={refused} openName={openName} onRescued={setSaved} />
          </>
        ) : (
          <RescuedSummary saved={saved} />
        )}
      </div>
    </div>
  );
}
