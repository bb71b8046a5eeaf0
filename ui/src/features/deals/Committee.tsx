import type { DealRow } from "@/bindings/DealRow";
import type { Persona } from "@/bindings/Persona";
import { sayCommittee } from "@/words/deals";
import styles from "./Committee.module.css";

/** More dots than these tell nothing at a glance. */
const MOST = 10;

export interface CommitteeProps {
  deal: DealRow;
  /** The weightiest first. */
  personas: readonly Persona[];
}

/** A dot a persona, the weightiest first: full where somebody of it is there. */
export function Committee({ deal, personas }: CommitteeProps) {
  const isThere = ({ id }: Persona) => deal.present.includes(id);
  const names = (which: readonly Persona[]) => which.map(({ name }) => name);
  const told = sayCommittee(names(personas.filter(isThere)), names(personas.filter((one) => !isThere(one))));
  if (personas.length === 0) {
    return null;
  }
  return (
    <span className={styles.dots} role="img" aria-label={told} title={told}>
      {personas.slice(0, MOST).map((persona) => (
        <span
          key={persona.id}
          className={styles.dot}
          data-on={isThere(persona) || undefined}
          data-buyer={deal.missingBuyers.includes(persona.id) || undefined}
        />
      ))}
      {personas.length > MOST && <span className={styles.more}>+{personas.length - MOST}</span>}
    </span>
  );
}
