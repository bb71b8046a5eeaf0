// What the window needs from the machine around it: one typed call (rpc/). Whatever asks in a native
// dialog does so in the shell, so that no path comes from the page.

export interface Host {
  rpc(command: string, payload: unknown, speaker: string | null): Promise<unknown>;
  /** From here on the window closes only when `mayClose` says so. */
  holdClose(mayClose: () => Promise<boolean>): void;
}

let current: Host | null = null;

export function provideHost(host: Host): void {
  current = host;
}

export function host(): Host {
  if (current === null) {
    throw new Error("No host: main.tsx provides one before anything is shown.");
  }
  return current;
}
