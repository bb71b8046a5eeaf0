import { memo } from "react";
import { KeepsWorking } from "@/components/KeepsWorking";
import { SegmentedControl } from "@/components/SegmentedControl";
import { capital } from "@/words/text";
import { MODES, type Mode, useArchitectureSearch } from "../search";
import { FilterMenu } from "./FilterMenu";
import { TriggerFilter } from "./TriggerFilter";

const MODE_SEGMENTS = MODES.map((id) => ({ id, label: capital(id) }));
const ZOOMS = [
  { id: "phases", label: "Phases" },
  { id: "stages", label: "Stages" },
] as const;

export const Toolbar = memo(function Toolbar({ hasPhases, mode }: { hasPhases: boolean; mode: Mode }) {
  const { search, change } = useArchitectureSearch();
  return (
    <KeepsWorking>
      <SegmentedControl
        label="What the map shows"
        segments={MODE_SEGMENTS}
        value={mode}
        onChange={(next) => change({ mode: next })}
      />
      {mode !== "themes" && hasPhases && (
        <SegmentedControl
          label="Zoom"
          segments={ZOOMS}
          value={search.zoom ?? "stages"}
          onChange={(zoom) => change({ zoom: zoom === "phases" ? "phases" : undefined })}
        />
      )}
      <TriggerFilter />
      <FilterMenu />
    </KeepsWorking>
  );
});
