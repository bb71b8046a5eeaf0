// The frame around every view: navigation left, top bar above, the view, and what floats over it.
import { Outlet, useLoaderData, useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { RouterProvider as AriaRouter } from "react-aria-components";
import { useKeyboard } from "@/actions/keyboard";
import { Palette } from "@/actions/Palette";
import { useActions } from "@/actions/registry";
import { ShortcutList } from "@/actions/ShortcutList";
import { provideSearch } from "@/actions/search";
import { useActionContext } from "@/actions/useActionContext";
import type { OpenWorkspace } from "@/bindings/OpenWorkspace";
import type { RefusedFile } from "@/bindings/RefusedFile";
import { ReadOnlyContext } from "@/components/readOnly";
import { ToastRegion } from "@/components/ToastRegion";
import { FailureState } from "@/errors/FailureState";
import { BACKUP_ACTIONS } from "@/features/backups/actions";
import { IMPORT_ACTIONS } from "@/features/import/actions";
import { notePlan } from "@/rpc/changes";
import { usePrices } from "@/rpc/prices";
import { useEntered, useSession, useSessionAnswer } from "@/rpc/session";
import { AskOverlay } from "./AskOverlay";
import { Banners } from "./banners/Banners";
import { LeavingDialog } from "./banners/UnsavedBanner";
import styles from "./Frame.module.css";
import { findInPlan } from "./findInPlan";
import { FRAME_ACTIONS } from "./frameActions";
import { useLayout } from "./layout";
import { Navigation } from "./Navigation";
import { NewWorkspaceDialog } from "./NewWorkspaceDialog";
import { Refused } from "./Refused";
import { ReportOverlay } from "./ReportOverlay";
import { Start } from "./Start";
import { useSwitchActions } from "./switchActions";
import { TopBar } from "./TopBar";
import { useWorkspaceActions } from "./workspaceActions";

/** Whether what the view is made of has been read from this workspace, not from one open before. */
function useIsRead(entered: number): boolean {
  const router = useRouter();
  const [isRead, setRead] = useState(useLoaderData({ from: "__root__" }) === entered);
  useEffect(() => {
    if (!isRead) {
      void router.invalidate({ sync: true }).then(() => setRead(true));
    }
  }, [isRead, router]);
  return isRead;
}

interface OpenFrameProps {
  open: OpenWorkspace;
  refused: RefusedFile | null;
  entered: number;
}

function OpenFrame({ open, refused, entered }: OpenFrameProps) {
  const context = useActionContext();
  const { isNavigationOpen } = useLayout();
  const view = useRef<HTMLElement>(null);
  const isRead = useIsRead(entered);
  useActions(FRAME_ACTIONS);
  useActions(BACKUP_ACTIONS);
  useActions(IMPORT_ACTIONS);
  useActions(useWorkspaceActions());
  useActions(useSwitchActions());
  useKeyboard(context);
  usePrices();
  useEffect(() => provideSearch(findInPlan), []);
  return (
    <>
      <div className={styles.frame}>
        <button type="button" className={styles.skip} onClick={() => view.current?.focus()}>
          Skip to the view
        </button>
        <TopBar />
        {isNavigationOpen && <Navigation />}
        <Banners open={open} />
        <main ref={view} className={styles.view} tabIndex={-1}>
          {refused !== null && <Refused refused={refused} openName={open.workspace.name} />}
          {refused === null && isRead && (
            <ReadOnlyContext value={open.readOnly !== null}>
              <Outlet />
            </ReadOnlyContext>
          )}
        </main>
      </div>
      <Palette />
      <ShortcutList />
      <NewWorkspaceDialog />
      <ReportOverlay />
      <AskOverlay />
    </>
  );
}

function useContent(): ReactNode {
  const { data: session, error, refetch } = useSessionAnswer();
  const open = session?.open;
  const entered = useEntered();
  useEffect(() => {
    if (open) {
      notePlan({ undo: open.undo, redo: open.redo });
    }
  }, [open]);
  if (error) {
    return <FailureState level={1} error={error} retry={() => void refetch()} />;
  }
  if (session === undefined) {
    return null;
  }
  const { refused } = session;
  return open ? (
    <OpenFrame key={entered} open={open} refused={refused} entered={entered} />
  ) : (
    <main className={styles.alone}>
      {refused === null ? <Start session={session} /> : <Refused refused={refused} openName={null} />}
    </main>
  );
}

export function Frame() {
  const context = useActionContext();
  const { isNavigationOpen } = useLayout();
  const isOpen = useSession()?.open != null;
  return (
    <AriaRouter navigate={(address) => context().go(address)} useHref={(address) => `#${address}`}>
      {useContent()}
      <LeavingDialog />
      <ToastRegion isBesideNavigation={isOpen && isNavigationOpen} />
    </AriaRouter>
  );
}
