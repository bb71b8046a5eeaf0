// What the view of the figures reads.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Definition } from "@/bindings/Definition";
import type { KpiId } from "@/bindings/KpiId";
import type { KpiQuery } from "@/bindings/KpiQuery";
import type { KpiReport } from "@/bindings/KpiReport";
import type { Stage } from "@/bindings/Stage";
import type { Failure } from "@/errors/failure";
import { KPI_KINDS } from "@/parts/kpi/kinds";
import * as lists from "@/rpc/lists";
import { read } from "@/rpc/useCall";

/** All but the figures: the view is there at once, and says that it counts. */
export async function loadKpis(): Promise<void> {
  await lists.load(
    lists.definitions,
    lists.workspace,
    lists.journeys,
    lists.personas,
    lists.stages,
    lists.facets,
    lists.factCounts,
  );
}

export interface Shown {
  report: KpiReport | undefined;
  error: Failure | null;
  /** Other figures are being counted; the last ones stay until then. */
  isCounting: boolean;
  retry: () => void;
}

export function useKpis(query: KpiQuery): Shown {
  const { data, error, isPlaceholderData, isPending, refetch } = useQuery({
    ...read("kpi.get", query, KPI_KINDS),
    placeholderData: keepPreviousData,
  });
  return {
    report: data,
    error,
    isCounting: isPlaceholderData || isPending,
    retry: () => void refetch(),
  };
}

export function useDefined(): ReadonlyMap<KpiId, Definition> {
  const all = lists.useDefinitions();
  return useMemo(() => new Map(all.map((one) => [one.id, one])), [all]);
}

export function useStageNames(): ReadonlyMap<string, Stage> {
  const stages = lists.useStages();
  return useMemo(() => new Map(stages.map((stage) => [stage.id, stage])), [stages]);
}
