import { Link } from "@tanstack/react-router";
import type { MapRow } from "@/bindings/MapRow";
import type { Persona } from "@/bindings/Persona";
import type { Trigger } from "@/bindings/Trigger";
import { Chip } from "@/components/Chip";
import { Dots } from "@/components/Dots";
import { ScoreBar } from "@/components/ScoreBar";
import { Grip, type Sortable } from "@/components/Sortable";
import { capital } from "@/words/text";
import { EvidenceBars } from "./EvidenceBars";
import { type Evidence, sayEvidence } from "./evidence";
import styles from "./PersonaCard.module.css";

export interface PersonaCardProps {
  persona: Persona;
  row: MapRow | undefined;
  triggers: readonly Trigger[];
  evidence: Evidence;
  sortable: Sortable;
}

const CHALLENGES_SHOWN = 3;

export function PersonaCard({ persona, row, triggers, evidence, sortable }: PersonaCardProps) {
  const score = row?.score.value ?? null;
  const more = persona.challenges.length - CHALLENGES_SHOWN;
  return (
    <li className={styles.card} {...sortable.itemProps(persona.id)}>
      <header className={styles.head}>
        <div className={styles.who}>
          <h2 className={styles.name}>
            <Link to="/personas/$personaId" params={{ personaId: persona.id }} className={styles.link}>
              {persona.name}
            </Link>
          </h2>
          <p className={styles.role}>
            <Dots value={persona.weight} label={`Weight ${persona.weight} of 5`} />
            {capital(persona.role)}
          </p>
        </div>
        <span className={styles.grip}>
          <Grip {...sortable.gripProps(persona.id)} />
        </span>
        <ScoreBar
          value={score === null ? null : 100 * score}
          label={`Coverage for ${persona.name}`}
          align="end"
        />
      </header>
      <ul className={styles.challenges} aria-label="Challenges">
        {persona.challenges.slice(0, CHALLENGES_SHOWN).map((challenge) => (
          <li key={challenge} title={challenge}>
            {challenge}
          </li>
        ))}
        {more > 0 && <li className={styles.more}>{more} more</li>}
        {persona.challenges.length === 0 && <li className={styles.more}>No challenges noted yet</li>}
      </ul>
      {triggers.length > 0 && (
        <p className={styles.triggers}>
          {triggers.map((trigger) => (
            <Chip key={trigger.id}>{trigger.name}</Chip>
          ))}
        </p>
      )}
      <footer className={styles.foot}>
        <p className={styles.evidence}>{sayEvidence(evidence)}</p>
        {evidence.interviews > 0 && <EvidenceBars evidence={evidence} isCompact />}
      </footer>
    </li>
  );
}
