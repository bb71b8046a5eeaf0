import type { DealPage } from "@/bindings/DealPage";
import { Card } from "@/components/Card";
import { useStageNames } from "./queries";
import styles from "./Side.module.css";

/** What the content says that they engage with, beside what is recorded. */
function sayBoth(content: string | undefined, recorded: string | undefined): string {
  if (content === undefined) {
    return "What they engaged with is placed at no stage.";
  }
  if (recorded === undefined) {
    return "No file tells the stage.";
  }
  return content === recorded ? "Both say the same." : "They differ: see whether the stage is right.";
}

/** The stage of the content that they engage with, and the recorded one. */
export function Stages({ page: { contentSays, recorded } }: { page: DealPage }) {
  const names = useStageNames();
  const [content, told] = [names.get(contentSays ?? ""), names.get(recorded ?? "")];
  const differ = content !== undefined && told !== undefined && content !== told;
  return (
    <Card title="Content says, CRM says">
      <dl className={`${styles.both} selectable`}>
        <div>
          <dt className={styles.behind}>Content says</dt>
          <dd className={styles.said} data-differs={differ || undefined}>
            {content ?? "no stage"}
          </dd>
        </div>
        <div>
          <dt className={styles.behind}>CRM says</dt>
          <dd className={styles.said}>{told ?? "no stage"}</dd>
        </div>
      </dl>
      <p className={styles.note}>{sayBoth(content, told)}</p>
    </Card>
  );
}
