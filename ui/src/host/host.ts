// What the window needs from the machine around it. Everything else the product does goes through
// one typed call (rpc/), so this interface stays small enough to be played by a test.

export interface FileKind {
  name: string;
  extensions: string[];
}

export interface PickFile {
  title: string;
  kinds?: FileKind[];
}

export interface PickTarget extends PickFile {
  suggestedName: string;
}

export interface Host {
  rpc(command: string, payload: unknown, speaker: string | null): Promise<unknown>;
  /** The chosen path, or null when the dialog was closed. */
  pickFile(ask: PickFile): Promise<string | null>;
  pickFolder(title: string): Promise<string | null>;
  pickTarget(ask: PickTarget): Promise<string | null>;
  /** From here on the window closes only when `mayClose` says so; the answer lets it go again. */
  holdClose(mayClose: () => Promise<boolean>): () => void;
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
