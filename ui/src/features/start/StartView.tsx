import { FolderOpen } from "lucide-react";
import { useState } from "react";
import { useActionContext } from "@/actions/useActionContext";
import type { Location } from "@/bindings/Location";
import type { Session } from "@/bindings/Session";
import { Button } from "@/components/Button";
import { ListRow, RowList } from "@/components/ListRow";
import { openRecent, pickWorkspace } from "@/rpc/opening";
import styles from "./Start.module.css";
import { StartChoices } from "./StartChoices";

interface RecentProps {
  recent: readonly Location[];
  onOpen: (path: string) => void;
}

function Recent({ recent, onOpen }: RecentProps) {
  return (
    <RowList label="Opened before">
      {recent.map(({ path, name, folder }) => (
        <ListRow key={path} title={name} detail={folder} onOpen={() => onOpen(path)} />
      ))}
    </RowList>
  );
}

/** What the window shows while no workspace is open. */
export function StartView({ session }: { session: Session }) {
  const context = useActionContext();
  const [isOpening, setOpening] = useState(false);
  const open = async () => {
    setOpening(true);
    await pickWorkspace();
    setOpening(false);
  };
  return (
    <div className={styles.start}>
      <div className={styles.column}>
        <header className={styles.head}>
          <p className={styles.product}>Throughline</p>
          <h1 className={styles.title}>See which content moves a deal, and what is missing</h1>
          <p className={styles.text}>
            A workspace holds one company’s content architecture: personas, stages, assets, and what each one
            does for a deal. It is one file, and it stays on this machine.
          </p>
        </header>
        <StartChoices session={session} go={(address) => context().go(address)} />
        <section className={styles.recent} aria-label="Workspaces">
          <div className={styles.recentHead}>
            <h2 className={styles.recentTitle}>
              {session.recent.length === 0 ? "Already have a workspace?" : "Opened before"}
            </h2>
            <Button icon={FolderOpen} onPress={() => void open()} isPending={isOpening}>
              Open…
            </Button>
          </div>
          {session.recent.length > 0 && (
            <Recent recent={session.recent} onOpen={(path) => void openRecent(path)} />
          )}
        </section>
      </div>
    </div>
  );
}
