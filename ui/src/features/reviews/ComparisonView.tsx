import { Link } from "@tanstack/react-router";
import type { Cause } from "@/bindings/Cause";
import type { Compared } from "@/bindings/Compared";
import type { Edit } from "@/bindings/Edit";
import type { TurnedCell } from "@/bindings/TurnedCell";
import { Sign } from "@/components/Sign";
import { LOCALE } from "@/locale";
import { Figures } from "@/parts/Figures";
import { useMembers } from "@/rpc/lists";
import { STATE_SIGNS, stateForeground } from "@/style/states";
import { sayDay } from "@/words/days";
import { sayEdit } from "@/words/edits";
import { STATE_WORDS } from "@/words/plan";
import { sayDate } from "@/words/text";
import { Counts } from "./Counts";
import { needTurnsOf, ratingTurnsOf } from "./counts";
import { Kpis } from "./Kpis";
import styles from "./Reviews.module.css";
import { Stages } from "./Stages";

/** How many causes of one cell are told. */
const CAUSES = 3;

function useCauseWords(edits: readonly Edit[]) {
  const members = useMembers();
  return ({ edit }: Cause): string => {
    const made = edits.find(({ seq }) => seq === edit);
    if (made === undefined) {
      return "time alone: a shelf life passed, or a date came";
    }
    const who = members.find(({ id }) => id === made.memberId)?.name;
    const did = sayEdit(made, "past");
    return who === undefined ? `${did}, ${sayDay(made.at)}` : `${who} ${did}, ${sayDay(made.at)}`;
  };
}

interface TurnProps {
  cell: TurnedCell;
  isExplained: boolean;
  sayCause: (cause: Cause) => string;
}

function CellTurn({ cell, isExplained, sayCause }: TurnProps) {
  const { personaId, persona, stageId, stage, before, after, causes } = cell;
  const told = causes.slice(-CAUSES);
  return (
    <li className={styles.turn}>
      <span className={styles.sign} style={{ color: stateForeground(after) }}>
        <Sign name={STATE_SIGNS[after]} />
      </span>
      <span className={styles.told}>
        <Link to="/architecture" search={{ persona: personaId, stage: stageId }} className={styles.link}>
          {persona} at {stage}
        </Link>
        <span className={styles.quiet}>
          {STATE_WORDS[before]} → {STATE_WORDS[after]}
          {isExplained && told.length > 0 && `: ${told.map(sayCause).join("; ")}`}
        </span>
      </span>
    </li>
  );
}

function Cells({ compared }: { compared: Compared }) {
  const sayCause = useCauseWords(compared.edits);
  const { turned, explained } = compared;
  const better = turned.filter(({ gain }) => gain > 0).length;
  const worse = turned.filter(({ gain }) => gain < 0).length;
  return (
    <section aria-label="Cells that changed">
      <h3 className={styles.subtitle}>
        {turned.length === 1 ? "1 cell changed" : `${turned.length.toLocaleString(LOCALE)} cells changed`}
        {better > 0 && `, ${better.toLocaleString(LOCALE)} for the better`}
        {worse > 0 && `, ${worse.toLocaleString(LOCALE)} for the worse`}
      </h3>
      {!explained && (
        <p className={styles.quiet}>
          The history does not reach back to the older snapshot, so it cannot tell which edits did it.
        </p>
      )}
      <ul className={styles.turns}>
        {turned.map((cell) => (
          <CellTurn
            key={`${cell.personaId} ${cell.stageId}`}
            cell={cell}
            isExplained={explained}
            sayCause={sayCause}
          />
        ))}
      </ul>
    </section>
  );
}

function Needs({ compared }: { compared: Compared }) {
  const needs = needTurnsOf(compared);
  if (needs.length === 0) {
    return null;
  }
  return (
    <section aria-label="Needs that changed">
      <h3 className={styles.subtitle}>Needs</h3>
      <ul className={styles.turns}>
        {needs.map(({ id, text, turn }) => (
          <li key={id} className={styles.pair}>
            <span className={styles.told}>{text}</span>
            <span className={styles.quiet}>{turn}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ratings({ compared }: { compared: Compared }) {
  const ratings = ratingTurnsOf(compared);
  if (ratings.length === 0) {
    return null;
  }
  return (
    <section aria-label="Maturity">
      <h3 className={styles.subtitle}>Maturity</h3>
      <ul className={styles.turns}>
        {ratings.map(({ id, text, before, after }) => (
          <li key={id} className={styles.pair}>
            <span className={styles.told}>{text}</span>
            <span className={styles.quiet}>
              {before} → {after}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What turned between two snapshots, and which edits did it. */
export function ComparisonView({ compared }: { compared: Compared }) {
  const { before, after, turned } = compared;
  return (
    <div className={styles.comparison}>
      <Figures score={after.workspace} before={before.workspace} since={`since ${sayDate(before.asOf)}`} />
      <Counts compared={compared} />
      <Kpis compared={compared} />
      <Stages compared={compared} />
      {turned.length > 0 && <Cells compared={compared} />}
      <Needs compared={compared} />
      <Ratings compared={compared} />
    </div>
  );
}
