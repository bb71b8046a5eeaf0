import { ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo } from "react";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import type { KpiReport } from "@/bindings/KpiReport";
import type { Period } from "@/bindings/Period";
import { DateField } from "@/components/DateField";
import { IconButton } from "@/components/IconButton";
import { KeepsWorking } from "@/components/KeepsWorking";
import { SegmentedControl } from "@/components/SegmentedControl";
import { useWorkspace } from "@/rpc/lists";
import { useClock } from "@/rpc/useClock";
import { clockDay } from "@/words/clock";
import { periodAfter, sayPeriodName, sayRange } from "@/words/periods";
import styles from "./Period.module.css";
import type { PeriodSearch, Span } from "./periodSearch";

const SPANS = [
  { id: "month", label: "Month" },
  { id: "quarter", label: "Quarter" },
  { id: "year", label: "Fiscal year" },
  { id: "custom", label: "Custom" },
] as const satisfies readonly { id: Span; label: string }[];

type Change = (part: { [K in keyof PeriodSearch]: PeriodSearch[K] | undefined }) => void;

export interface PeriodControlProps {
  /** What is counted now. */
  report: Pick<KpiReport, "period" | "unit" | "asOf">;
  search: PeriodSearch;
  change: Change;
  /** What the view is called, for its verbs. */
  group: string;
}

interface Turns {
  earlier: () => void;
  /** undefined where nothing is known of it yet. */
  later: (() => void) | undefined;
}

function useTurns({ report: { period, unit, asOf }, search, change, group }: PeriodControlProps): Turns {
  const { zone } = useClock();
  const turns = useMemo<Turns>(() => {
    const to = (next: Period) => change({ unit: search.unit, ...next });
    const next = periodAfter(period, unit, 1);
    const isKnown = asOf !== null && next.from <= clockDay(asOf, zone);
    return {
      earlier: () => to(periodAfter(period, unit, -1)),
      later: isKnown ? () => to(next) : undefined,
    };
  }, [period, unit, asOf, zone, search.unit, change]);
  const actions = useMemo<readonly Action[]>(() => {
    const turn = (id: string, label: string, shortcut: string, run?: () => void): Action => ({
      id: `${group}.${id}`,
      label,
      shortcut,
      group,
      enabled: () => run !== undefined,
      run: () => run?.(),
    });
    return [
      turn("earlier", "Period before", "[", turns.earlier),
      turn("later", "Period after", "]", turns.later),
    ];
  }, [turns, group]);
  useActions(actions);
  return turns;
}

function Days({ period: { from, to }, change }: { period: Period; change: Change }) {
  const set = (next: Period) => next.from <= next.to && change({ unit: "custom", ...next });
  return (
    <span className={styles.days}>
      <DateField
        label="From"
        isLabelHidden
        value={from}
        onChange={(day) => day !== null && set({ from: day, to: day > to ? day : to })}
      />
      <span aria-hidden>–</span>
      <DateField
        label="To"
        isLabelHidden
        value={to}
        onChange={(day) => day !== null && set({ from: day < from ? day : from, to: day })}
      />
    </span>
  );
}

/** Which period is counted: a month, quarter or fiscal year, or days of one's own choice. */
export function PeriodControl(props: PeriodControlProps) {
  const { report, search, change } = props;
  const { earlier, later } = useTurns(props);
  const { fiscalYearStart } = useWorkspace();
  const { period, unit } = report;
  const span = search.unit ?? "quarter";
  const choose = (next: Span) =>
    next === "custom"
      ? change({ unit: next, ...period })
      : change({ unit: next === "quarter" ? undefined : next, from: undefined, to: undefined });
  return (
    <KeepsWorking>
      <SegmentedControl label="Period" segments={SPANS} value={span} onChange={choose} />
      <span className={styles.turn}>
        <IconButton icon={ChevronLeft} label="Period before" keys="[" onPress={earlier} />
        {span === "custom" ? (
          <Days period={period} change={change} />
        ) : (
          <span className={styles.named}>
            <strong>{sayPeriodName(period, unit, fiscalYearStart)}</strong>
            <span className={styles.range}>{sayRange(period)}</span>
          </span>
        )}
        <IconButton
          icon={ChevronRight}
          label="Period after"
          keys="]"
          isDisabled={later === undefined}
          onPress={() => later?.()}
        />
      </span>
    </KeepsWorking>
  );
}
