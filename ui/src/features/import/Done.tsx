import { useNavigate } from "@tanstack/react-router";
import { FileInput, Grid3x3, SquareStack } from "lucide-react";
import { useState } from "react";
import type { Imported } from "@/bindings/Imported";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Page } from "@/components/Page";
import { useDone } from "@/rpc/changes";
import { Counts, Notes } from "./Found";
import styles from "./Import.module.css";
import { Rejections } from "./Rejections";
import { changesNothing, sayDone } from "./tally";
import { startOver } from "./work";

/** What is said of the import holds until it is undone. */
function useIsTakenBack(): boolean {
  const { undo, redo } = useDone();
  const [own] = useState(undo?.seq);
  return own !== undefined && redo?.seq === own;
}

/** The third step: what became of it, and where to go from there. */
export function Done({ title, imported }: { title: string; imported: Imported }) {
  const navigate = useNavigate();
  const isTakenBack = useIsTakenBack();
  return (
    <Page title="Import" summary={<strong>{title}</strong>} isNarrow>
      <Card>
        <div className={styles.stack}>
          <div role="status">
            <h2 className={styles.outcome}>{isTakenBack ? "Taken back" : sayDone(imported)}</h2>
          </div>
          {isTakenBack && (
            <p className={styles.note}>Everything is as it was before. Redo brings the import again.</p>
          )}
          {!isTakenBack && !changesNothing(imported) && (
            <p className={styles.note}>
              One undo takes all of it back. The mapping is remembered for lists like this one.
            </p>
          )}
          {!isTakenBack && (
            <>
              <Counts tally={imported} tense="done" />
              <Notes notes={imported.notes} />
            </>
          )}
          <div className={styles.buttons}>
            <Button
              look="primary"
              icon={Grid3x3}
              autoFocus
              onPress={() => void navigate({ to: "/architecture", search: { mode: "count" } })}
            >
              See the map
            </Button>
            <Button icon={SquareStack} onPress={() => void navigate({ to: "/assets" })}>
              See the assets
            </Button>
            <Button icon={FileInput} onPress={startOver}>
              Import another
            </Button>
          </div>
        </div>
      </Card>
      {!isTakenBack && <Rejections rejected={imported.rejected} />}
    </Page>
  );
}
