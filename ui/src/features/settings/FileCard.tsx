import { Copy } from "lucide-react";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { showToast } from "@/components/toasts";
import { useSession } from "@/rpc/session";
import styles from "./Settings.module.css";

async function copy(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(path);
    showToast({ tone: "success", title: "Path copied" });
  } catch {
    showToast({ tone: "warning", title: "The clipboard is not open to Throughline", text: path });
  }
}

export function FileCard() {
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
          The whole workspace is this one file. To back it up, close the workspace and copy the file to
          another disk; to bring it back, open the copy. While a workspace is open, the latest changes are in
          a second file beside it that ends in -wal: copy both, or close first.
        </p>
        {open.readOnly !== null && (
          <p className={styles.note}>
            It is open for reading only: somebody else holds it, or it is protected.
          </p>
        )}
      </div>
    </Card>
  );
}
