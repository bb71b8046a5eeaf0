// What is said of a file that was not opened.
import type { Code } from "@/bindings/Code";
import type { Count } from "@/bindings/Count";
import type { RefusedFile } from "@/bindings/RefusedFile";
import { sayCount } from "@/words/edits";

const TITLES: Readonly<Partial<Record<Code, string>>> = {
  damaged: "This workspace is damaged",
  changed: "Another program has changed this workspace",
  newer: "This workspace is newer than this Throughline",
  not_a_workspace: "This file is not a workspace",
};

export function titleOf(code: Code): string {
  return TITLES[code] ?? "This workspace could not be opened";
}

/** Why, without what the title says already. */
export function reasonOf({ code, message }: Pick<RefusedFile, "code" | "message">): string {
  const known = "This workspace is damaged: ";
  return code === "damaged" && message.startsWith(known)
    ? `Part of the file cannot be read (${message.slice(known.length).replace(/\.$/u, "")}).`
    : message;
}

/** Trying again helps where something around the file can change; the file itself does not. */
export function mayRetry(code: Code): boolean {
  return code !== "not_a_workspace";
}

/** "12 assets, 3 personas". */
export function sayCounts(counts: readonly Count[]): string {
  return counts.map(({ kind, rows }) => sayCount(kind, rows)).join(", ");
}
