import { Link } from "@tanstack/react-router";
import type { DealNeed } from "@/bindings/DealNeed";
import type { DealPage } from "@/bindings/DealPage";
import { Card } from "@/components/Card";
import { Sign } from "@/components/Sign";
import { NEED_SIGNS, needForeground } from "@/style/needs";
import { NEED_STATUS_WORDS } from "@/words/plan";
import { capital } from "@/words/text";
import styles from "./Side.module.css";

/** "open for CFO, answered for IT", or one word where all stand the same. */
function sayStatus({ status, cells }: DealNeed, names: ReadonlyMap<string, string>): string {
  if (cells.every((cell) => cell.status === status)) {
    return NEED_STATUS_WORDS[status];
  }
  const each = cells.map(
    (cell) => `${NEED_STATUS_WORDS[cell.status]} for ${names.get(cell.personaId) ?? "?"}`,
  );
  return each.join(", ");
}

/** What the deal needs at its stage, for those at its table. */
export function Needs({ page: { help, recorded } }: { page: DealPage }) {
  const names = new Map(help.personas.map(({ personaId, name }) => [personaId, name]));
  if (recorded === null) {
    return null;
  }
  return (
    <Card title="Needs of the stage" aside={help.needs.length > 0 ? help.needs.length : undefined}>
      {help.needs.length === 0 ? (
        <p className={styles.quiet}>Nobody has said what these personas need here.</p>
      ) : (
        <ul className={styles.needs} aria-label="Needs of the stage">
          {help.needs.map((need) => (
            <li key={need.id} className={styles.need}>
              <span className={styles.sign} style={{ color: needForeground(need.status) }}>
                <Sign name={NEED_SIGNS[need.status]} />
              </span>
              <span>
                <Link to="/stages" search={{ need: need.id } as never} className={styles.text}>
                  {need.text}
                </Link>
                <span className={styles.behind}>
                  {capital(need.importance)} · {need.kind} · {sayStatus(need, names)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
