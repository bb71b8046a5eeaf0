import { ChevronDown } from "lucide-react";
import { menuEntries } from "@/actions/menuEntries";
import { useActionContext } from "@/actions/useActionContext";
import { Button } from "@/components/Button";
import { MenuButton, type MenuGroup } from "@/components/Menu";
import { useSession } from "@/rpc/session";
import styles from "./TopBar.module.css";
import { CLOSE, FROM_PLAN, NEW, OPEN, useRecentActions } from "./workspaceActions";

/** The name of the workspace, and what can be done with it as a file. */
export function WorkspaceMenu() {
  const open = useSession()?.open ?? null;
  const context = useActionContext()();
  const recent = useRecentActions();
  const name = open?.workspace.name ?? "Throughline";
  const groups: readonly MenuGroup[] = [
    { id: "open", entries: menuEntries([NEW, OPEN, FROM_PLAN], context) },
    { id: "recent", title: "Opened before", entries: menuEntries(recent, context) },
    { id: "close", entries: menuEntries([CLOSE], context) },
  ];
  return (
    <MenuButton label="Workspace" groups={groups}>
      <Button look="quiet" aria-label={`Workspace: ${name}`}>
        <span className={styles.name}>{name}</span>
        <ChevronDown aria-hidden />
      </Button>
    </MenuButton>
  );
}
