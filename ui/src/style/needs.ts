// The sign of what became of a need: it keeps it readable without colour.
import type { NeedStatus } from "@/bindings/NeedStatus";
import type { SignName } from "@/components/Sign";

export const NEED_SIGNS: Readonly<Record<NeedStatus, SignName>> = {
  answered: "check",
  planned: "pen",
  declined: "dash",
  open: "ring",
};
