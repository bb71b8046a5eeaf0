// How this person likes the view: kept on this machine, not in the address.
import { createStore, useSelector } from "@tanstack/react-store";
import { useSyncExternalStore } from "react";

const STORE = "throughline.architecture";

export interface Preferences {
  isDense: boolean;
  isTrayOpen: boolean;
}

function readPreferences(): Preferences {
  const kept = (localStorage.getItem(STORE) ?? "").split(" ");
  return { isDense: kept.includes("dense"), isTrayOpen: !kept.includes("tray-closed") };
}

const preferences = createStore<Preferences>(readPreferences());

export function usePreferences(): Preferences {
  return useSelector(preferences, (state) => state);
}

function set(next: Preferences): void {
  const words = [next.isDense && "dense", !next.isTrayOpen && "tray-closed"].filter(Boolean);
  localStorage.setItem(STORE, words.join(" "));
  preferences.setState(() => next);
}

export function toggleDensity(): void {
  set({ ...preferences.state, isDense: !preferences.state.isDense });
}

export function toggleTray(): void {
  set({ ...preferences.state, isTrayOpen: !preferences.state.isTrayOpen });
}

// The width from which the rail stands beside the view instead of over it.
const WIDE = "(min-width: 1280px)";

function watchWidth(notify: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", notify);
  return () => query.removeEventListener("change", notify);
}

export function useIsWide(): boolean {
  return useSyncExternalStore(watchWidth, () => window.matchMedia(WIDE).matches);
}
