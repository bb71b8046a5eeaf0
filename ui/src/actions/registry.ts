// The actions that exist now. The frame registers its own for good; a view registers its own while it
// is on screen, and wins where both use one shortcut.
import { createStore, useSelector } from "@tanstack/react-store";
import { useEffect } from "react";
import type { Action, Selected } from "./action";

const registered = createStore<readonly Action[]>([]);
const selection = createStore<readonly Selected[]>([]);

export function registerActions(actions: readonly Action[]): () => void {
  registered.setState((known) => [...actions, ...known]);
  return () => registered.setState((known) => known.filter((action) => !actions.includes(action)));
}

export function registeredActions(): readonly Action[] {
  return registered.state;
}

export function useRegisteredActions(): readonly Action[] {
  return useSelector(registered, (actions) => actions);
}

/** Registers a view's actions while it is shown. Pass a stable list (a constant or a memo). */
export function useActions(actions: readonly Action[]): void {
  useEffect(() => registerActions(actions), [actions]);
}

export function currentSelection(): readonly Selected[] {
  return selection.state;
}

/** Tells actions what is selected in this view. Pass a stable list (a constant or a memo). */
export function useSelected(items: readonly Selected[]): void {
  useEffect(() => {
    selection.setState(() => items);
    return () => selection.setState(() => []);
  }, [items]);
}
