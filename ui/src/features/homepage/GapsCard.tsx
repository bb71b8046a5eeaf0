import { Link } from "@tanstack/react-router";
import type { Gap } from "@/bindings/Gap";
import { Card } from "@/components/Card";
import { Sign } from "@/components/Sign";
import { STATE_SIGNS, stateForeground } from "@/style/states";
import { sayGap, sayWorth } from "@/words/gaps";
import styles from "./Home.module.css";
import { PlaceLink } from "./PlaceLink";
import { cellPlace } from "./place";
import { useNames } from "./queries";

/** The largest gaps of the journey. */
export function GapsCard({ gaps }: { gaps: readonly Gap[] }) {
  const { journey } = useNames();
  if (gaps.length === 0) {
    return null;
  }
  const all = (
    <Link to="/architecture" search={{ tab: "gaps" }} className={styles.all}>
      All gaps
    </Link>
  );
  return (
    <Card title="Largest gaps" actions={all}>
      <ul className={styles.waits}>
        {gaps.map((gap) => (
          <li key={`${gap.personaId} ${gap.stageId}`} className={styles.wait}>
            <span className={styles.sign} style={{ color: stateForeground(gap.state) }}>
              <Sign name={STATE_SIGNS[gap.state]} />
            </span>
            <span className={styles.told}>
              <PlaceLink place={cellPlace(gap.personaId, gap.stageId, journey(gap.stageId))}>
                {gap.persona} at {gap.stage}
              </PlaceLink>
              <span className={styles.note}>
                {sayGap(gap)} {sayWorth(gap)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
