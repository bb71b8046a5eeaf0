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

const DAMAGED = "This workspace is damaged: ";

/** Why, in plain words and without what the title says already. */
export function reasonOf({ code, message }: Pick<RefusedFile, "code" | "message">): string {
  return code === "damaged" && message.startsWith(DAMAGED)
    ? "Part of the file cannot be read, as after a failing disk or a copy that was cut short. The rest of it may be whole."
    : message;
}

/** What the check of the file found, for whoever is asked for help; null where the reason says it. */
export function findingOf({ code, message }: Pick<RefusedFile, "code" | "message">): string | null {
  return code === "damaged" && message.startsWith(DAMAGED) ? message.slice(DAMAGED.length) : null;
}

/** Trying again helps where something around the file can change; the file itself does not. */
export function mayRetry(code: Code): boolean {
  return code !== "not_a_workspace";
}

/** "12 assets, 3 personas"; of what there is none, nothing is said. */
export function sayCounts(counts: readonly Count[]): string {
  return counts
    .filter(({ rows }) => rows > 0)
    .map(({ kind, rows }) => sayCount(kind, rows))
    .join(", ");
}
