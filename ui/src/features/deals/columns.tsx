// The columns of the table of deals. A row that scrolls in draws all of them: they stay plain.

import { Link } from "@tanstack/react-router";
import type { DealRow } from "@/bindings/DealRow";
import type { Persona } from "@/bindings/Persona";
import type { GridColumn } from "@/components/grid/grid";
import { LOCALE } from "@/locale";
import type { Clock } from "@/words/clock";
import { NAMELESS, OUTCOME_WORDS } from "@/words/deals";
import { sayRoundMoney } from "@/words/money";
import { Age } from "./Age";
import { Committee } from "./Committee";
import styles from "./Deals.module.css";
import { isLargestFirst } from "./search";

type Column = GridColumn<DealRow>;

export interface ColumnsContext {
  clock: Clock;
  personas: readonly Persona[];
  stages: ReadonlyMap<string, string>;
  /** Deals that ended stand beside those that are open. */
  isMixed: boolean;
}

const quiet = (text: string) => <span className={styles.quiet}>{text}</span>;

function Name({ row: { key, name } }: { row: DealRow }) {
  return (
    <Link
      to="/deals/$key"
      params={{ key: String(key) }}
      search={(old: object) => old as never}
      tabIndex={-1}
      className={styles.name}
      draggable={false}
    >
      {name || NAMELESS}
    </Link>
  );
}

function sortable(id: string, title: string, width: number, cell: Column["cell"]): Column {
  return { id, title, width, isSortable: true, isLargestFirst: isLargestFirst(id), cell };
}

/** When it is to be closed, or was. */
function Close({ deal: { closed, expected }, clock }: { deal: DealRow; clock: Clock }) {
  const at = closed ?? expected;
  return at === null ? quiet("no date") : clock.day(at);
}

export function columnsOf({ clock, personas, stages, isMixed }: ColumnsContext): Column[] {
  const day = (at: number | null, none: string) => (at === null ? quiet(none) : clock.day(at));
  const ended: Column = {
    id: "outcome",
    title: "Outcome",
    width: 84,
    cell: ({ outcome }) => (outcome === "open" ? quiet("Open") : OUTCOME_WORDS[outcome]),
  };
  return [
    sortable("name", "Deal", 196, (row) => <Name row={row} />),
    sortable("account", "Account", 128, ({ account }) => <span title={account}>{account}</span>),
    sortable("stage", "Stage", 112, ({ stageId }) => stages.get(stageId ?? "") ?? quiet("not known")),
    ...(isMixed ? [ended] : []),
    sortable("days", "At the stage", 116, (row) => <Age deal={row} />),
    {
      ...sortable("value", "Value", 96, ({ value }) =>
        value === null ? quiet("no value") : sayRoundMoney(value),
      ),
      align: "end",
    },
    sortable("missing", "Committee", 104, (row) => <Committee deal={row} personas={personas} />),
    { ...sortable("people", "People", 76, ({ people }) => people.toLocaleString(LOCALE)), align: "end" },
    sortable("touch", "Last touch", 112, ({ lastTouch }) => day(lastTouch, "none")),
    sortable("close", "To be closed", 112, (row) => <Close deal={row} clock={clock} />),
    sortable("owner", "Owner", 104, ({ owner }) => <span title={owner}>{owner}</span>),
    sortable("opened", "Opened", 112, ({ opened }) => day(opened, "not known")),
  ];
}
