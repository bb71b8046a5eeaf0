// The columns of the segments: what they are, and what is known of their gap.

import type { ReactNode } from "react";
import type { GapDimension } from "@/bindings/GapDimension";
import type { GapRow } from "@/bindings/GapRow";
import { SERIES } from "@/charts/look";
import type { GridColumn } from "@/components/grid/grid";
import { LOCALE } from "@/locale";
import { GAP_DIMENSION_WORDS, sayPart, sayQuantile } from "@/words/consumption";
import { sayHours, sayShare } from "@/words/shares";
import styles from "./Consumption.module.css";

export const keyOf = (segment: readonly string[]) => JSON.stringify(segment);

export interface ColumnsContext {
  by: readonly GapDimension[];
  /** The keys of the segments that are drawn, in the order of their colours. */
  drawn: readonly string[];
  toggle: (row: GapRow) => void;
  /** What there is for all columns, in px at a text size of 100%. */
  room: number;
}

function Name({ row, at, context }: { row: GapRow; at: number; context: ColumnsContext }) {
  const by = context.by[at];
  const part = by === undefined ? null : sayPart(by, row.segment[at] ?? "");
  const drawn = context.drawn.indexOf(keyOf(row.segment));
  const colour = drawn < 0 ? undefined : SERIES[(drawn + 1) % SERIES.length];
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.name}
      data-few={row.tooFew || undefined}
      aria-pressed={drawn >= 0}
      onClick={() => context.toggle(row)}
    >
      {at === 0 && (
        <span
          aria-hidden
          className={styles.swatch}
          style={colour === undefined ? {} : { background: `var(${colour})` }}
        />
      )}
      <span className={styles.text} data-unknown={part === null || undefined}>
        {part ?? "Unknown"}
      </span>
    </button>
  );
}

/** Words of figures are set quietly, and so is what is of too few. */
function Figure({ row, children }: { row: GapRow; children: string }) {
  const isWord = !/\d/.test(children);
  return (
    <span className={styles.figure} data-few={row.tooFew || isWord || undefined}>
      {children}
    </span>
  );
}

type Say = (row: GapRow) => string;

function figure(id: string, title: string, width: number, say: Say): GridColumn<GapRow> {
  return {
    id,
    title,
    width,
    align: "end",
    isSortable: true,
    cell: (row): ReactNode => <Figure row={row}>{say(row)}</Figure>,
  };
}

const FIGURES: readonly GridColumn<GapRow>[] = [
  {
    id: "n",
    title: "Requests",
    width: 108,
    align: "end",
    isSortable: true,
    cell: (row) => (
      <span className={styles.figure} data-few={row.tooFew || undefined}>
        {row.tooFew && <span className={styles.few}>too few</span>}
        {row.n.toLocaleString(LOCALE)}
      </span>
    ),
  },
  figure("opened", "Opened", 80, ({ openedShare }) => sayShare(openedShare)),
  figure("within24h", "Within 24 h", 98, ({ within24h }) => sayShare(within24h)),
  figure("mean", "Mean", 78, ({ meanHours }) => sayHours(meanHours)),
  figure("median", "Half after", 106, ({ medianHours }) => sayQuantile(medianHours)),
  figure("p90", "Nine of ten", 106, ({ p90Hours }) => sayQuantile(p90Hours)),
  figure("wait", "Wait", 72, ({ recommendedWaitHours: hours }) =>
    hours === null ? "no data" : `${hours.toLocaleString(LOCALE)} h`,
  ),
];

/** The box that chooses a row, and the edges. */
const BESIDE = 44;
/** Names have at least so much room, and figures grow only where names have enough. */
const NARROWEST = 100;
const ENOUGH = 240;
const LOOSEST = 1.3;

/** Figures get what there is to spare, up to a point; names take the rest. */
function widthsIn({ by, room }: ColumnsContext): { name: number; looseness: number } {
  const names = Math.max(1, by.length);
  const figures = FIGURES.reduce((sum, { width }) => sum + width, 0);
  const spare = (room - BESIDE - ENOUGH * names) / figures;
  const looseness = Math.min(LOOSEST, Math.max(1, spare));
  const rest = room - BESIDE - figures * looseness;
  return { name: Math.max(NARROWEST, Math.floor(rest / names)), looseness };
}

export function columnsOf(context: ColumnsContext): readonly GridColumn<GapRow>[] {
  const { name, looseness } = widthsIn(context);
  const names = context.by.map((by, at) => ({
    id: `part${at}`,
    title: GAP_DIMENSION_WORDS[by],
    width: name,
    isSortable: true,
    cell: (row: GapRow) => <Name row={row} at={at} context={context} />,
  }));
  const figures = FIGURES.map((column) => ({ ...column, width: Math.floor(column.width * looseness) }));
  return [...names, ...figures];
}
