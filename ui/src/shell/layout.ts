// How the window is arranged, kept across starts.
import { createStore, useSelector } from "@tanstack/react-store";

const STORE = "throughline.layout";

export interface Layout {
  isNavigationOpen: boolean;
  isWorkspaceOpen: boolean;
}

function readLayout(): Layout {
  const closed = new Set((localStorage.getItem(STORE) ?? "workspace").split(" "));
  return { isNavigationOpen: !closed.has("navigation"), isWorkspaceOpen: !closed.has("workspace") };
}

const layout = createStore<Layout>(readLayout());

function keep(next: Layout): void {
  const closed = [!next.isNavigationOpen && "navigation", !next.isWorkspaceOpen && "workspace"];
  localStorage.setItem(STORE, closed.filter(Boolean).join(" "));
  layout.setState(() => next);
}

export function useLayout(): Layout {
  return useSelector(layout, (state) => state);
}

export function toggleNavigation(): void {
  keep({ ...layout.state, isNavigationOpen: !layout.state.isNavigationOpen });
}

export function toggleWorkspace(): void {
  keep({ ...layout.state, isWorkspaceOpen: !layout.state.isWorkspaceOpen });
}
