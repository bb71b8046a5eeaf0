import { ArchiveRestore, Copy } from "lucide-react";
import { useActionContext } from "@/actions/useActionContext";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { showToast } from "@/components/toasts";
import { saveCopy, saveCopyWithoutNames } from "@/rpc/opening";
import { save } from "@/rpc/save";
import { useSession } from "@/rpc/session";
import { sayMoment } from "@/words/times";
import styles from "./Settings.module.css";

async function copy(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(path);
    showToast({ tone: "success", title: "Path copied" });
  } catch {
    showToast({ tone: "warning", title: "The clipboard is not open to Throughline", text: path });
  }
}

function sayBackup(last: number | null): string {
  return last === null ? "There is none yet." : `The last one holds the state of ${sayMoment(last)}.`;
}

export function FileCard() {
  const context = useActionContext();
  const open = useSession()?.open;
  if (!open) {
    return null;
  }
  const { path } = open.location;
  return (
    <Card title="File and backup">
      <div className={styles.stack}>
        <div className={styles.path}>
          <code className="selectable">{path}</code>
          <Button icon={Copy} onPress={() => void copy(path)}>
            Copy path
          </Button>
        </div>
        <p className={styles.note}>
          The whole workspace is this one file. Throughline backs it up by itself within minutes of work,
          before an import and before a restore, and checks each backup. {sayBackup(open.backup.last)}
        </p>
        <div className={styles.verbs}>
          <Button icon={ArchiveRestore} onPress={() => context().go("/backups")}>
            Open Backups
          </Button>
          <Button onPress={() => void saveCopy(false)}>Save a copy…</Button>
          <Button onPress={() => void saveCopyWithoutNames()}>Save a copy without names…</Button>
          <Button onPress={() => void save("export.plan", {})}>Save the plan as JSON…</Button>
        </div>
        <p className={styles.note}>
          A copy without names holds the plan and no history: members are called by their role, and whoever
          else is named has a number. The JSON holds everything of the plan and opens as a workspace again.
        </p>
      </div>
    </Card>
  );
}
