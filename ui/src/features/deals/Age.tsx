import { AlarmClock } from "lucide-react";
import type { DealRow } from "@/bindings/DealRow";
import { sayAge } from "@/words/deals";
import styles from "./Deals.module.css";

/** How long a deal has been at its stage; marked where that is past the line. */
export function Age({ deal }: { deal: DealRow }) {
  const said = sayAge(deal);
  if (said === "") {
    return null;
  }
  return deal.pastLine ? (
    <span className={styles.past} title="Past the line of its stage">
      <AlarmClock size={13} strokeWidth={2} role="img" aria-label="Past the line:" />
      {said}
    </span>
  ) : (
    <span className={styles.quiet}>{said}</span>
  );
}
