import { type ReactNode, useState } from "react";
import { Card } from "@/components/Card";
import { Page } from "@/components/Page";
import { useDone } from "@/rpc/changes";
import styles from "./Import.module.css";

export interface Standing {
  /** It was undone since. */
  isTakenBack: boolean;
  /** It is the latest change, so that undo takes it back. */
  isLatest: boolean;
}

/** How the change that has just been made stands now; a change of nothing stands as it is. */
export function useStanding(hasChanged: boolean): Standing {
  const { undo, redo } = useDone();
  const [own] = useState(hasChanged ? undo?.seq : undefined);
  const is = (seq: number | undefined) => own !== undefined && seq === own;
  return { isTakenBack: is(redo?.seq), isLatest: is(undo?.seq) };
}

export interface OutcomeProps {
  /** The title of the step that led here. */
  title: string;
  /** The file that was read. */
  file: string;
  /** What is said of it holds until it is undone. */
  said: string;
  standing: Standing;
  /** Beside what is said. */
  note?: string;
  /** In figures, and what is worth knowing. */
  facts?: ReactNode;
  /** The ways to go on from here, the primary one first. */
  verbs: ReactNode;
  children?: ReactNode;
}

/** What became of a file that was taken in. */
export function Outcome({ title, file, said, standing, note, facts, verbs, children }: OutcomeProps) {
  const { isTakenBack } = standing;
  const told = isTakenBack ? "Everything is as it was before. Redo brings it again." : note;
  return (
    <Page title={title} summary={<strong>{file}</strong>} isNarrow>
      <Card>
        <div className={styles.stack}>
          <div role="status">
            <h2 className={styles.outcome}>{isTakenBack ? "Taken back" : said}</h2>
          </div>
          {told !== undefined && <p className={styles.note}>{told}</p>}
          {!isTakenBack && facts}
          <div className={styles.buttons}>{verbs}</div>
        </div>
      </Card>
      {!isTakenBack && children}
    </Page>
  );
}
