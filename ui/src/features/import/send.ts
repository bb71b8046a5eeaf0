// Files on their way to core, in pieces that fit into one call.
import type { Piece } from "@/bindings/Piece";

export interface NamedFile {
  /** Its name; within a folder, its path from there. */
  name: string;
  file: Blob;
}

/**
 * Three bytes are four letters of base64, so a piece of this size is 256 KiB on its way. Larger ones
 * arrive no sooner, and writing the letters would hold up a frame of the page.
 */
export const PIECE_BYTES = 192 * 1024;

/** String.fromCharCode takes its arguments on the stack, which is not endless. */
const AT_ONCE = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  }
  return btoa(binary);
}

export interface Sending {
  send: (piece: Piece) => Promise<unknown>;
  /** How much has arrived, 0 to 1. */
  onSent: (part: number) => void;
  /** Asked before every piece: what is no longer wanted is not sent. */
  isWanted: () => boolean;
}

/** Sends all files, one after the other; an empty one too, so that it can be said to be empty. */
export async function sendFiles(files: readonly NamedFile[], sending: Sending): Promise<void> {
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  let sent = 0;
  for (const { name, file } of files) {
    for (let at = 0; at === 0 || at < file.size; at += PIECE_BYTES) {
      if (!sending.isWanted()) {
        return;
      }
      const bytes = new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());
      await sending.send({ name, bytes: toBase64(bytes) });
      sent += bytes.length;
      sending.onSent(total === 0 ? 1 : sent / total);
    }
  }
}
