// How what became of a need looks: its colour, and the sign that keeps it readable without.
import type { NeedStatus } from "@/bindings/NeedStatus";
import type { SignName } from "@/components/Sign";

export const NEED_SIGNS: Readonly<Record<NeedStatus, SignName>> = {
  answered: "check",
  planned: "pen",
  declined: "dash",
  open: "ring",
};

const COLOURS: Readonly<Record<NeedStatus, string>> = {
  answered: "var(--success-text)",
  planned: "var(--state-planned-fg)",
  declined: "var(--text-2)",
  open: "var(--danger-text)",
};

export function needForeground(status: NeedStatus): string {
  return COLOURS[status];
}
