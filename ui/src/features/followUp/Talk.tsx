import type { CallBrief } from "@/bindings/CallBrief";
import { Card } from "@/components/Card";
import { PlayLine, PlayPiece } from "@/parts/Play";
import { useStages } from "@/rpc/lists";
import styles from "./Brief.module.css";

function whyNothing({ lead, stageId }: CallBrief, what: string): string {
  if (lead.persona === null) {
    return `Its job title tells of no persona, so ${what}.`;
  }
  return stageId === null ? `The plan has no stage to speak to it at, so ${what}.` : "";
}

/** The best content to offer, and what its persona asks and objects at its stage. */
export function Talk({ brief }: { brief: CallBrief }) {
  const { playbook, stageId } = brief;
  const stage = useStages().find(({ id }) => id === stageId)?.name;
  const at = playbook === null || stage === undefined ? {} : { aside: `${playbook.name} at ${stage}` };
  const asked = new Set(brief.requests.map(({ assetId }) => assetId));
  const assets = playbook?.assets ?? [];
  // What it has asked for already is no news.
  const best = assets.find(({ assetId }) => !asked.has(assetId)) ?? assets[0];
  const dialogue = playbook?.dialogue ?? [];
  return (
    <>
      <Card title="What to offer next" {...at}>
        {best === undefined ? (
          <p className={styles.quiet}>
            {whyNothing(brief, "there is nothing to pick") ||
              "Nothing live is known to move the deal on here yet. Content stands here once the deal check says so."}
          </p>
        ) : (
          <ul className={styles.flushList} aria-label="To offer next">
            <PlayPiece asset={best} />
          </ul>
        )}
      </Card>
      <Card title="What they ask" {...at}>
        {dialogue.length === 0 ? (
          <p className={styles.quiet}>
            {whyNothing(brief, "nobody knows what they ask") || "No question or objection is noted for here."}
          </p>
        ) : (
          <ul className={styles.lines} aria-label="What they ask">
            {dialogue.map((line) => (
              <PlayLine key={line.needId} line={line} />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
