import { Link } from "@tanstack/react-router";
import type { Persona } from "@/bindings/Persona";
import type { ProgrammeRow } from "@/bindings/ProgrammeRow";
import { capital, sayDate } from "@/words/text";
import styles from "./Programmes.module.css";
import { Spending } from "./Spending";

/** "Engage · CISO, VP Operations · inbound, outbound". */
function sayScope({ programme: { phase, personaIds, channels } }: ProgrammeRow, team: readonly Persona[]) {
  const names = team.filter(({ id }) => personaIds.includes(id)).map(({ name }) => name);
  return [phase === null ? "" : capital(phase), names.join(", "), channels.join(", ")]
    .filter((part) => part !== "")
    .join(" · ");
}

export interface ProgrammeItemProps {
  row: ProgrammeRow;
  personas: readonly Persona[];
}

/** A programme as a card: what it is to reach, what sales must know, what changed last. */
export function ProgrammeItem({ row, personas }: ProgrammeItemProps) {
  const { programme, notes } = row;
  const [latest] = notes;
  const scope = sayScope(row, personas);
  return (
    <li className={styles.item}>
      <div className={styles.main}>
        <h3 className={styles.name}>
          <Link to="/programmes/$programmeId" params={{ programmeId: programme.id }} className={styles.link}>
            {programme.name}
          </Link>
        </h3>
        {programme.goal !== "" && <p className={styles.goal}>{programme.goal}</p>}
        {scope !== "" && <p className={styles.quiet}>{scope}</p>}
        {programme.forSales !== "" && (
          <p className={styles.sales}>
            <span className={styles.salesLabel}>Sales must know</span>
            {programme.forSales}
          </p>
        )}
        {latest !== undefined && (
          <p className={styles.note}>
            <time dateTime={latest.notedOn}>{sayDate(latest.notedOn)}</time> {latest.text}
          </p>
        )}
      </div>
      <div className={styles.side}>
        <Spending row={row} />
        <p className={styles.quiet}>{programme.owner === "" ? "Nobody in charge yet" : programme.owner}</p>
      </div>
    </li>
  );
}
