// Asking one person what is open, as a verb.
import { MessageCircleQuestionMark } from "lucide-react";
import type { Action } from "@/actions/action";
import { openOverlay } from "@/actions/overlay";

export const ASK: Action = {
  id: "ask.write",
  label: "Ask sales…",
  icon: MessageCircleQuestionMark,
  group: "Workspace",
  keywords: ["questions", "excel", "workbook", "mail", "checks", "needs", "send"],
  run: () => openOverlay("ask"),
};
