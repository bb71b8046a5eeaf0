import type { Compared } from "@/bindings/Compared";
import type { StageLedger } from "@/bindings/StageLedger";
import type { StageTurn } from "@/bindings/StageTurn";
import { LOCALE } from "@/locale";
import { FEW, sayDays } from "@/words/funnel";
import styles from "./Reviews.module.css";

interface Told {
  text: string;
  note?: string | undefined;
}

const count = (value: number): Told => ({ text: value.toLocaleString(LOCALE) });

const COLUMNS: readonly { title: string; of: (ledger: StageLedger) => Told }[] = [
  { title: "Entered", of: ({ entered }) => count(entered) },
  { title: "Advanced", of: ({ advanced }) => count(advanced) },
  { title: "Moved back", of: ({ movedBack }) => count(movedBack) },
  { title: "Lost", of: ({ lost }) => count(lost) },
  { title: "Still here", of: ({ here }) => count(here) },
  {
    title: "Median stay",
    of: ({ days, timed }) => ({
      text: sayDays(days),
      note: timed > 0 && timed < FEW ? `too few (${timed.toLocaleString(LOCALE)})` : undefined,
    }),
  },
];

/** A figure with what it was; what is as it was stands quietly. */
function Cell({ was, is }: { was: Told | undefined; is: Told | undefined }) {
  const isTurned = was !== undefined && was.text !== is?.text;
  return (
    <td className={styles.number}>
      <span data-quiet={(!isTurned && was !== undefined) || is === undefined || undefined}>
        {is?.text ?? "no data"}
      </span>
      {is?.note !== undefined && <span className={styles.under}>{is.note}</span>}
      {isTurned && <span className={styles.under}>was {was.text}</span>}
    </td>
  );
}

function Row({ turn: { name, before, after }, unknown }: { turn: StageTurn; unknown: string }) {
  const note = before === null ? unknown : after === null ? "no longer there" : undefined;
  return (
    <tr>
      <th scope="row">
        {name}
        {note !== undefined && <span className={styles.under}>{note}</span>}
      </th>
      {COLUMNS.map(({ title, of }) => (
        <Cell
          key={title}
          was={before === null ? undefined : of(before)}
          is={after === null ? undefined : of(after)}
        />
      ))}
    </tr>
  );
}

/** The stages of the funnel whose visits are not what they were. */
export function Stages({ compared: { stages, before } }: { compared: Compared }) {
  if (stages.length === 0) {
    return null;
  }
  const unknown = before.demand === null ? "not frozen then" : "no data before";
  return (
    <section aria-label="Stages of the funnel that changed" className={styles.scroll}>
      <table className={styles.countTable} data-figures>
        <thead>
          <tr>
            <th scope="col">Funnel</th>
            {COLUMNS.map(({ title }) => (
              <th key={title} scope="col" className={styles.number}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((turn) => (
            <Row key={turn.stageId} turn={turn} unknown={unknown} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
