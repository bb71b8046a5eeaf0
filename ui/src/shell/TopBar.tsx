import { PanelLeftOpen } from "lucide-react";
import { ActionButton } from "@/actions/ActionButton";
import { openOverlay } from "@/actions/overlay";
import { writeShortcut } from "@/actions/shortcut";
import { IconButton } from "@/components/IconButton";
import { Kbd } from "@/components/Kbd";
import { useDone, useWriting } from "@/rpc/changes";
import { useSession } from "@/rpc/session";
import { useUnsavedCount } from "@/rpc/unsaved";
import { sayUnsaved } from "@/words/changes";
import { REDO, UNDO } from "./frameActions";
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

function SavedMark({ readOnly }: { readOnly: boolean }) {
  const { text, tone } = useMark(readOnly);
  return (
    <span className={styles.saved} role="status" data-tone={tone}>
      {text}
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
        {open && <SavedMark readOnly={open.readOnly !== null} />}
        <JourneySwitch />
      </div>
      <SearchBox />
      <div className={styles.end}>
        <UndoRedo />
        <SpeakerSwitch />
      </div>
    </header>
  );
}
