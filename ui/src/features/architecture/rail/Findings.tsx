import type { CellDetail } from "@/bindings/CellDetail";
import type { CellFinding } from "@/bindings/CellFinding";
import { useTriggers } from "@/rpc/lists";
import { FINDING_SENTENCES } from "@/words/plan";
import styles from "./Rail.module.css";
import { Section } from "./Section";

/** The titles or triggers a finding is about, as far as the sentence does not say them. */
function subjects(found: CellFinding, titleOf: (id: string) => string, triggerOf: (id: string) => string) {
  return [...found.placementIds.map(titleOf), ...found.triggerIds.map(triggerOf)].filter(
    (name) => name !== "",
  );
}

export function Findings({ detail }: { detail: CellDetail }) {
  const triggers = useTriggers();
  if (detail.findings.length === 0) {
    return null;
  }
  const titleOf = (id: string) => detail.placements.find((one) => one.id === id)?.asset.title ?? "";
  const triggerOf = (id: string) => triggers.find((one) => one.id === id)?.name ?? "";
  return (
    <Section title="To be seen to">
      <ul className={styles.findings}>
        {detail.findings.map((found) => {
          const names = subjects(found, titleOf, triggerOf);
          return (
            <li key={found.finding} className={styles.finding}>
              <span>
                {FINDING_SENTENCES[found.finding]}
                {names.length > 0 ? ": " : "."}
                <span className={styles.quiet}>{names.join(" · ")}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
