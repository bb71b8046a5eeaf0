import { ArchiveRestore } from "lucide-react";
import type { Action } from "@/actions/action";
import { currentSession } from "@/rpc/session";
import { backUp } from "./queries";

export const BACKUP_ACTIONS: readonly Action[] = [
  {
    id: "backup.make",
    label: "Back up now",
    icon: ArchiveRestore,
    group: "Workspace",
    keywords: ["copy", "save", "safe"],
    enabled: () => currentSession()?.open?.readOnly === null,
    run: () => void backUp(),
  },
];
