import { useSearch } from "@tanstack/react-router";
import { Fragment, useEffect, useMemo, useRef } from "react";
import type { Definition } from "@/bindings/Definition";
import type { KpiQuery } from "@/bindings/KpiQuery";
import type { KpiReport } from "@/bindings/KpiReport";
import { Chart } from "@/charts/Chart";
import { useFactCounts, useWorkspace } from "@/rpc/lists";
import { AttributionCard } from "./AttributionCard";
import { KpiCard } from "./KpiCard";
import cards from "./KpiCard.module.css";
import { KpiTableCard } from "./KpiTableCard";
import { useDefined } from "./queries";
import { ReturnInputs } from "./ReturnInputs";
import { rowsBehind, type Shown } from "./rowsBehind";
import { type Change, filterOf, type KpisSearch } from "./search";

export interface FamilyProps {
  report: KpiReport;
  query: KpiQuery;
  search: KpisSearch;
  change: Change;
}

/** What is on show, for whoever asks where its rows are. */
function useShown({ report, search }: FamilyProps): Shown {
  const counts = useFactCounts();
  const { journey } = useSearch({ strict: false });
  const { period } = report;
  return useMemo(
    () => ({
      subjects: new Set(counts.filter(({ rows }) => rows > 0).map(({ subject }) => subject)),
      period,
      filter: filterOf(search),
      journey,
    }),
    [counts, journey, period, search],
  );
}

/** How a figure came about, below the row of its card. */
function Trend({ told: { id, name, definition }, query }: { told: Definition; query: KpiQuery }) {
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => ref.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <li ref={ref} className={cards.trend}>
      <Chart
        of={{ name: "kpiSeries", of: query, id }}
        title={`${name} over time`}
        nothing="No data in any of these periods."
        foot={<p className={cards.definition}>{definition}</p>}
      />
    </li>
  );
}

/** The figures of a family: a card each, the trend of one, and tables of what they are told apart by. */
export function Family(props: FamilyProps) {
  const { report, query, search, change } = props;
  const told = useDefined();
  const { numbers } = useWorkspace();
  const shown = useShown(props);
  const { currency, unit, tables, attributed, inputs } = report;
  return (
    <>
      <ul className={cards.cards} aria-label="Figures">
        {report.values.map((value) => {
          const definition = told.get(value.id);
          const isSelected = search.kpi === value.id;
          return (
            definition !== undefined && (
              <Fragment key={value.id}>
                <KpiCard
                  value={value}
                  told={definition}
                  currency={currency}
                  unit={unit}
                  numbers={numbers}
                  behind={value.now.value ? rowsBehind(value.id, shown) : undefined}
                  isSelected={isSelected}
                  onSelect={() => change({ kpi: isSelected ? undefined : value.id })}
                />
                {isSelected && <Trend told={definition} query={query} />}
              </Fragment>
            )
          );
        })}
      </ul>
      {inputs !== null && <ReturnInputs inputs={inputs} currency={currency} />}
      {attributed !== null && (attributed.rows.length > 0 || attributed.revenue !== 0) && (
        <AttributionCard
          due={attributed}
          currency={currency}
          onBy={(by) => change({ by: by === "asset" ? undefined : by })}
        />
      )}
      {tables
        .filter(({ rows }) => rows.length > 0)
        .map((table) => (
          <KpiTableCard key={table.by} table={table} currency={currency} shown={shown} />
        ))}
    </>
  );
}
