import { useNavigate } from "@tanstack/react-router";
import { HandCoins } from "lucide-react";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { Pipeline } from "@/bindings/Pipeline";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { Heads, useGridKeys } from "../grid/CoverageGrid";
import { MapGrid } from "../grid/MapGrid";
import { Legend } from "../Legend";
import { usePipeline } from "../queries";
import type { ArchitectureSearch } from "../search";
import { columnsOf } from "./columns";
import { PipelineRow, SumsRow } from "./rows";
import { Told } from "./Told";

function Nothing({ isImported }: { isImported: boolean }) {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={HandCoins}
      title={isImported ? "No money is known to wait anywhere" : "What waits where content is missing?"}
      text={
        isImported
          ? "Leads or deals are known, but no open deal with a value at a stage of this journey, and none that was won. With them each cell shows the money that waits there, and gaps are ranked by it."
          : "With leads and deals, and the stages they are at, each cell shows the money that waits there, and gaps are ranked by it and by what leaks. It reads the exports of your CRM."
      }
      action={
        <Button
          look="primary"
          onPress={() => void navigate({ to: "/import", search: { what: "leads" } as never })}
        >
          Import leads and deals…
        </Button>
      }
    />
  );
}

export interface PipelineMapProps {
  map: CoverageMap;
  search: ArchitectureSearch;
  isDense: boolean;
}

function Grid({ map, search, isDense, pipeline }: PipelineMapProps & { pipeline: Pipeline }) {
  const isPhases = search.zoom === "phases";
  const columns = columnsOf(map, isPhases);
  return (
    <MapGrid
      label="Pipeline at stake"
      columnCount={columns.length}
      minColumn={isPhases ? "9rem" : "5.5625rem"}
      isDense={isDense}
      heads={<Heads map={map} isPhases={isPhases} margin="Waits" />}
      rows={{
        count: map.personas.length,
        keyOf: (row) => map.personas[row]?.id ?? "",
        cellsOf: (row) => (
          <PipelineRow map={map} pipeline={pipeline} columns={columns} row={row} search={search} />
        ),
        selected: map.personas.findIndex(({ id }) => id === search.persona),
      }}
      foot={<SumsRow pipeline={pipeline} columns={columns} at={map.personas.length + 2} />}
      {...useGridKeys()}
    />
  );
}

/** The money that waits at each stage for each persona, and its sums. */
export function PipelineMap(props: PipelineMapProps) {
  const { data: pipeline, error, refetch } = usePipeline(props.map.journeyId);
  if (error) {
    return <FailureState error={error} retry={() => void refetch()} />;
  }
  if (pipeline === undefined) {
    return <Skeleton height="40vh" />;
  }
  if (pipeline.neutral) {
    return <Nothing isImported={pipeline.asOf !== null} />;
  }
  return (
    <>
      <Grid {...props} pipeline={pipeline} />
      <Told pipeline={pipeline} />
      <Legend mode="pipeline" />
    </>
  );
}
