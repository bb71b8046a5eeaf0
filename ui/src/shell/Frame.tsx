// The frame around every view: navigation left, top bar above, the view, and what floats over it.
import { Outlet } from "@tanstack/react-router";
import { useRef } from "react";
import { RouterProvider as AriaRouter } from "react-aria-components";
import { useKeyboard } from "@/actions/keyboard";
import { Palette } from "@/actions/Palette";
import { useActions } from "@/actions/registry";
import { ShortcutList } from "@/actions/ShortcutList";
import { useActionContext } from "@/actions/useActionContext";
import { ToastRegion } from "@/components/ToastRegion";
import styles from "./Frame.module.css";
import { FRAME_ACTIONS } from "./frameActions";
import { useLayout } from "./layout";
import { Navigation } from "./Navigation";
import { TopBar } from "./TopBar";

export function Frame() {
  const context = useActionContext();
  const view = useRef<HTMLElement>(null);
  const { isNavigationOpen } = useLayout();
  useActions(FRAME_ACTIONS);
  useKeyboard(context);
  return (
    <AriaRouter navigate={(address) => context().go(address)} useHref={(address) => `#${address}`}>
      <div className={styles.frame}>
        <button type="button" className={styles.skip} onClick={() => view.current?.focus()}>
          Skip to the view
        </button>
        <TopBar />
        {isNavigationOpen && <Navigation />}
        <main ref={view} className={styles.view} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Palette />
      <ShortcutList />
      <ToastRegion />
    </AriaRouter>
  );
}
