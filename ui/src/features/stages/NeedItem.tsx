import type { Need } from "@/bindings/Need";
import type { NeedStanding } from "@/bindings/NeedStanding";
import type { Persona } from "@/bindings/Persona";
import { Sign } from "@/components/Sign";
import { NEED_SIGNS, needForeground } from "@/style/needs";
import styles from "./NeedItem.module.css";
import { sayStanding } from "./standing";

export interface NeedItemProps {
  need: Need;
  standing: NeedStanding;
  personas: readonly Persona[];
  isShown: boolean;
  onOpen: () => void;
}

export function NeedItem({ need, standing, personas, isShown, onOpen }: NeedItemProps) {
  const { status } = standing;
  const persona = personas.find(({ id }) => id === need.personaId);
  return (
    <li>
      <button type="button" className={styles.need} aria-current={isShown} onClick={onOpen}>
        <span className={styles.text}>
          {need.importance === "must" && (
            <span className={styles.must} data-open={status === "open" || undefined}>
              <Sign name="flag" label="must" />
            </span>
          )}
          {need.text}
        </span>
        <span className={styles.detail}>
          {need.kind} · {persona?.name ?? "all"}
        </span>
        <span className={styles.status} style={status === null ? {} : { color: needForeground(status) }}>
          {status !== null && <Sign name={NEED_SIGNS[status]} />}
          {sayStanding(standing)}
        </span>
      </button>
    </li>
  );
}
