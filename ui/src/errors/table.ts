// How each error code looks, in one table. A code not listed here still shows, as a fault of ours.

import type { Code } from "@/bindings/Code";

export type Severity = "quiet" | "warning" | "error";

export interface ErrorLook {
  severity: Severity;
  /** What happened, when the message alone does not say it. */
  title: string;
  /** What to do about it; empty when the message says it. */
  advice: string;
}

export const ERROR_LOOKS: Readonly<Record<Code, ErrorLook>> = {
  invalid: { severity: "warning", title: "That cannot be kept as it is", advice: "" },
  not_found: { severity: "warning", title: "It is no longer there", advice: "" },
  conflict: { severity: "warning", title: "Somebody changed it in the meantime", advice: "" },
  nothing_to: { severity: "quiet", title: "", advice: "" },
  not_a_workspace: {
    severity: "error",
    title: "This file is not a workspace",
    advice: "Choose a file that ends in .throughline, or import it as content instead.",
  },
  newer: { severity: "error", title: "This workspace is newer than this Throughline", advice: "" },
  damaged: {
    severity: "error",
    title: "This workspace is damaged",
    advice: "Restore a backup, or save what can be read.",
  },
  changed: { severity: "error", title: "Another program has changed this workspace", advice: "" },
  read_only: { severity: "warning", title: "Open for reading only", advice: "" },
  no_workspace: {
    severity: "warning",
    title: "No workspace is open",
    advice: "Open one or start a new one.",
  },
  cancelled: { severity: "quiet", title: "", advice: "" },
  unreadable: {
    severity: "warning",
    title: "The file could not be read",
    advice: "Check that it opens in the program it came from, then try again.",
  },
  store: { severity: "error", title: "A file could not be read or written", advice: "" },
  not_saved: { severity: "error", title: "Not saved", advice: "What was saved before is safe." },
  unknown_command: { severity: "error", title: "Throughline could not do that", advice: "" },
  internal: { severity: "error", title: "Something went wrong inside Throughline", advice: "Try it again." },
};

const UNKNOWN: ErrorLook = {
  severity: "error",
  title: "Something went wrong inside Throughline",
  advice: "Nothing was changed. Try it again.",
};

function isKnown(code: string): code is Code {
  return code in ERROR_LOOKS;
}

export function errorLook(code: string): ErrorLook {
  return isKnown(code) ? ERROR_LOOKS[code] : UNKNOWN;
}
