import type { Map as CoverageMap } from "@/bindings/Map";
import type { OfJourney } from "@/bindings/OfJourney";
import { Tabs } from "@/components/Tabs";
import { FailureState } from "@/errors/FailureState";
import { useGaps } from "../queries";
import { cellIn, useArchitectureSearch } from "../search";
import { CellTab } from "./CellTab";
import { GapsTab } from "./GapsTab";
import { PersonaTab } from "./PersonaTab";

/** What is selected on the map, and what is missing on all of it. */
export function Rail({ map, request }: { map: CoverageMap; request: OfJourney }) {
  const { search, change } = useArchitectureSearch();
  const { data: gaps, error, refetch } = useGaps(request);
  const cell = cellIn(search);
  const row = map.personas.findIndex(({ id }) => id === search.persona);
  const isPersona = cell === null && row >= 0;
  const selected = isPersona ? (
    <PersonaTab map={map} row={row} />
  ) : cell === null ? null : (
    <CellTab key={`${cell.personaId} ${cell.stageId}`} at={cell} />
  );
  const tabs = [
    {
      id: "selected" as const,
      label: isPersona ? "Persona" : "Cell",
      isDisabled: selected === null,
      content: selected,
    },
    {
      id: "gaps" as const,
      label: "Gaps",
      ...(gaps !== undefined && { count: gaps.length }),
      content:
        gaps === undefined && error !== null ? (
          <FailureState error={error} retry={() => void refetch()} />
        ) : (
          <GapsTab gaps={gaps} isFiltered={map.filtered} />
        ),
    },
  ];
  return (
    <Tabs
      label="Rail"
      tabs={tabs}
      value={search.tab === "gaps" || selected === null ? "gaps" : "selected"}
      onChange={(tab) => change({ tab: tab === "gaps" ? "gaps" : undefined })}
    />
  );
}
