import { useNavigate } from "@tanstack/react-router";
import { Grid3x3 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Page } from "@/components/Page";
import styles from "./Import.module.css";

export interface OutcomeProps {
  /** The title of the step that led here. */
  title: string;
  /** The file that was read. */
  file: string;
  said: string;
  hasChanged: boolean;
  onLeave: () => void;
  children?: ReactNode;
}

/** What became of a file that was taken in. */
export function Outcome({ title, file, said, hasChanged, onLeave, children }: OutcomeProps) {
  const navigate = useNavigate();
  return (
    <Page title={title} summary={<strong>{file}</strong>} isNarrow>
      <div className={styles.stack}>
        <Card>
          <div className={styles.stack}>
            <div role="status">
              <h2 className={styles.outcome}>{said}</h2>
            </div>
            {hasChanged && <p className={styles.note}>One undo takes all of it back.</p>}
            <div className={styles.buttons}>
              <Button
                look="primary"
                icon={Grid3x3}
                autoFocus
                onPress={() => void navigate({ to: "/architecture", search: { mode: "count" } })}
              >
                See the map
              </Button>
              <Button onPress={onLeave}>Import something else</Button>
            </div>
          </div>
        </Card>
        {children}
      </div>
    </Page>
  );
}
