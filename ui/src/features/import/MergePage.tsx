import { Merge } from "lucide-react";
import type { NotTaken } from "@/bindings/NotTaken";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Checkbox } from "@/components/Checkbox";
import { Page } from "@/components/Page";
import { LOCALE } from "@/locale";
import { sayKind } from "@/words/edits";
import { capital } from "@/words/text";
import { sayMoment } from "@/words/times";
import { Conflicts, Deletions } from "./Conflicts";
import styles from "./Import.module.css";
import { sayBecame, sayCounts } from "./mergeWords";
import { giveUp, mergeIt, setAlsoPlan, type Weighing } from "./merging";
import { Overview } from "./Overview";

function Summary({ work }: { work: Weighing }) {
  const { preview, alsoPlan } = work;
  const counts = sayCounts(preview);
  return (
    <Overview
      sentence={
        counts.length === 0
          ? "The copy has nothing that is not here."
          : `What the copy has otherwise since ${sayMoment(preview.since)}`
      }
      counts={counts}
    >
      {preview.items.some((item) => item.ofPlan) && (
        <Checkbox isSelected={alsoPlan} onChange={setAlsoPlan}>
          Also take changes of the plan itself: content, placements, personas, stages
        </Checkbox>
      )}
      {preview.more > 0 && (
        <p className={styles.note}>{preview.more.toLocaleString(LOCALE)} more come in that are not shown.</p>
      )}
    </Overview>
  );
}

function ComesIn({ work }: { work: Weighing }) {
  const { items } = work.preview;
  const own = items.filter((item) => item.became !== "deleted" && !item.conflict);
  const shown = own.filter((item) => work.alsoPlan || !item.ofPlan);
  return shown.length === 0 ? null : (
    <Card title="Comes in" aside={shown.length.toLocaleString(LOCALE)}>
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
    <Card title="Cannot come in" aside={refused.length.toLocaleString(LOCALE)}>
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
