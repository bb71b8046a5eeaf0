import { Merge } from "lucide-react";
import { useRef } from "react";
import type { NotTaken } from "@/bindings/NotTaken";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Checkbox } from "@/components/Checkbox";
import { Chip } from "@/components/Chip";
import { Page } from "@/components/Page";
import { sayKind } from "@/words/edits";
import { capital } from "@/words/text";
import { sayMoment } from "@/words/times";
import { Conflicts, Deletions } from "./Conflicts";
import { useLostFocus } from "./focus";
import styles from "./Import.module.css";
import { sayBecame, sayCounts } from "./mergeWords";
import { giveUp, mergeIt, setAlsoPlan, type Weighing } from "./merging";

function Summary({ work }: { work: Weighing }) {
  const { preview, alsoPlan } = work;
  const sentence = useRef<HTMLParagraphElement>(null);
  useLostFocus(sentence);
  const counts = sayCounts(preview);
  return (
    <Card>
      <div className={styles.stack}>
        <p ref={sentence} className={styles.sentence} role="status" tabIndex={-1}>
          {counts.length === 0
            ? "The copy has nothing that is not here."
            : `What the copy has otherwise since ${sayMoment(preview.since)}`}
        </p>
        <ul className={styles.chips} aria-label="In figures">
          {counts.map(({ id, text }) => (
            <li key={id}>
              <Chip>{text}</Chip>
            </li>
          ))}
        </ul>
        {preview.items.some((item) => item.ofPlan) && (
          <Checkbox isSelected={alsoPlan} onChange={setAlsoPlan}>
            Also take changes of the plan itself: content, placements, personas, stages
          </Checkbox>
        )}
        {preview.more > 0 && (
          <p className={styles.note}>{preview.more.toLocaleString()} more come in that are not shown.</p>
        )}
      </div>
    </Card>
  );
}

function ComesIn({ work }: { work: Weighing }) {
  const { items } = work.preview;
  const own = items.filter((item) => item.became !== "deleted" && !item.conflict);
  const shown = own.filter((item) => work.alsoPlan || !item.ofPlan);
  return shown.length === 0 ? null : (
    <Card title="Comes in" aside={shown.length.toLocaleString()}>
      <ul className={styles.merge}>
        {shown.map((item) => (
          <li key={item.id}>
            {item.name} <span className={styles.quiet}>{sayBecame(item)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What breaks a rule here, with the rule. */
export function NotTakenCard({ refused }: { refused: readonly NotTaken[] }) {
  return refused.length === 0 ? null : (
    <Card title="Cannot come in" aside={refused.length.toLocaleString()}>
      <ul className={styles.merge}>
        {refused.map((one) => (
          <li key={one.id}>
            {one.name} <span className={styles.quiet}>{capital(sayKind(one.kind))}</span>
            <p className={styles.note}>{one.reason}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What a copy has otherwise, and what is chosen of it. */
export function MergePage({ work }: { work: Weighing }) {
  return (
    <Page
      title="Merge a copy"
      summary={<strong>{work.preview.copy}</strong>}
      isNarrow
      actions={
        <>
          <Button look="quiet" onPress={giveUp} isDisabled={work.isMerging}>
            Start over
          </Button>
          <Button
            look="primary"
            icon={Merge}
            isPending={work.isMerging}
            isDisabled={work.preview.items.length === 0}
            onPress={() => void mergeIt()}
          >
            Merge
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <Summary work={work} />
        <Conflicts work={work} />
        <Deletions work={work} />
        <ComesIn work={work} />
        <NotTakenCard refused={work.preview.refused} />
      </div>
    </Page>
  );
}
