import { useNavigate } from "@tanstack/react-router";
import { Grid3x3 } from "lucide-react";
import type { Merged } from "@/bindings/Merged";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Page } from "@/components/Page";
import styles from "./Import.module.css";
import { NotTakenCard } from "./MergePage";
import { sayMerged } from "./mergeWords";
import { giveUp } from "./merging";

/** What became of a merge. */
export function MergeDone({ copy, merged }: { copy: string; merged: Merged }) {
  const navigate = useNavigate();
  return (
    <Page title="Merge a copy" summary={<strong>{copy}</strong>} isNarrow>
      <div className={styles.stack}>
        <Card>
          <div className={styles.stack}>
            <div role="status">
              <h2 className={styles.outcome}>{sayMerged(merged)}</h2>
            </div>
            {merged.taken + merged.deleted > 0 && (
              <p className={styles.note}>One undo takes all of it back.</p>
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
              <Button onPress={giveUp}>Import something else</Button>
            </div>
          </div>
        </Card>
        <NotTakenCard refused={merged.refused} />
      </div>
    </Page>
  );
}
