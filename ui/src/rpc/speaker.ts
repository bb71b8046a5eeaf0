// Who speaks: every call carries the member in whose name it is made.
import { createStore, useSelector } from "@tanstack/react-store";
import { queryClient } from "./client";

const STORE = "throughline.speaker";

const speaker = createStore<{ id: string | null }>({ id: localStorage.getItem(STORE) });

export function speakerId(): string | null {
  return speaker.state.id;
}

/** From here on this member speaks; answers that depend on who asks are asked for again. */
export function speakAs(id: string | null): void {
  if (id === null) {
    localStorage.removeItem(STORE);
  } else {
    localStorage.setItem(STORE, id);
  }
  speaker.setState(() => ({ id }));
  void queryClient.invalidateQueries();
}

export function useSpeakerId(): string | null {
  return useSelector(speaker, (state) => state.id);
}
