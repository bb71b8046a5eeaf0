import { Link } from "@tanstack/react-router";
import { PanelLeftOpen } from "lucide-react";
import { ActionButton } from "@/actions/ActionButton";
import { openOverlay } from "@/actions/overlay";
import { writeShortcut } from "@/actions/shortcut";
import type { OpenWorkspace } from "@/bindings/OpenWorkspace";
import { IconButton } from "@/components/IconButton";
import { Kbd } from "@/components/Kbd";
import { useDone, useWriting } from "@/rpc/changes";
import { useSession } from "@/rpc/session";
import { useUnsavedCount } from "@/rpc/unsaved";
import { sayUnsaved } from "@/words/changes";
import { sayAgo } from "@/words/times";
import { REDO, REPORT, UNDO } from "./frameActions";
import { JourneySwitch } from "./JourneySwitch";
import { toggleNavigation, useLayout } from "./layout";
import { SpeakerSwitch } from "./SpeakerSwitch";
import styles from "./TopBar.module.css";
import { WorkspaceMenu } from "./WorkspaceMenu";

function useMark(readOnly: boolean): { text: string; tone?: "warning" | "danger" } {
  const { writing, failed } = useWriting();
  const unsaved = useUnsavedCount();
  if (unsaved > 0) {
    return { text: sayUnsaved(unsaved), tone: "danger" };
  }
  if (readOnly) {
    return { text: "Read only", tone: "warning" };
  }
  if (writing > 0) {
    return { text: "Saving…" };
  }
  return failed ? { text: "Last change not saved", tone: "warning" } : { text: "Saved" };
}

/** Whether all is saved; leads to the states that can be gone back to. */
function SavedMark({ open }: { open: OpenWorkspace }) {
  const { text, tone } = useMark(open.readOnly !== null);
  const { last } = open.backup;
  const hint = last === null ? "Backups: none yet" : `Backups: the last one ${sayAgo(last, Date.now())}`;
  return (
    <span role="status">
      <Link to="/backups" className={styles.saved} data-tone={tone} title={hint}>
        {text}
      </Link>
    </span>
  );
}

function SearchBox() {
  return (
    <button type="button" className={styles.search} onClick={() => openOverlay("palette")}>
      <span className={styles.searchText}>Find anything or run a command</span>
      <Kbd keys={writeShortcut("Mod+K")} />
    </button>
  );
}

/** Named after what they would take back. */
function UndoRedo() {
  useDone();
  return (
    <>
      <ActionButton action={UNDO} iconOnly />
      <ActionButton action={REDO} iconOnly />
    </>
  );
}

export function TopBar() {
  const open = useSession()?.open ?? null;
  const { isNavigationOpen } = useLayout();
  return (
    <header className={styles.bar}>
      <div className={styles.start}>
        {!isNavigationOpen && (
          <IconButton
            icon={PanelLeftOpen}
            label="Show the navigation"
            keys={writeShortcut("Mod+B")}
            onPress={toggleNavigation}
            placement="bottom start"
          />
        )}
        <WorkspaceMenu />
        {open && <SavedMark open={open} />}
        <JourneySwitch />
      </div>
      <SearchBox />
      <div className={styles.end}>
        <UndoRedo />
        {open && <ActionButton action={REPORT} />}
        <SpeakerSwitch />
      </div>
    </header>
  );
}
