// What is said of backups wherever they are listed.

import type { BackupRow } from "@/bindings/BackupRow";
import type { Reason } from "@/bindings/Reason";
import { LOCALE } from "@/locale";

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  regular: "Automatic",
  asked: "Made by hand",
  beforeImport: "Before an import",
  beforeRestore: "Before a restore",
  beforeUpgrade: "Before an update of the file",
};

/** "14 edits since", "No edits since". */
export function saySince({ editsSince }: Pick<BackupRow, "editsSince">): string {
  if (editsSince === null) {
    return "Of another course";
  }
  if (editsSince === 0) {
    return "No edits since";
  }
  return `${editsSince.toLocaleString(LOCALE)} ${editsSince === 1 ? "edit" : "edits"} since`;
}
