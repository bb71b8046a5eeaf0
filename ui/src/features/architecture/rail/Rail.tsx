import { memo } from "react";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { OfJourney } from "@/bindings/OfJourney";
import { Tabs } from "@/components/Tabs";
import { FailureState } from "@/errors/FailureState";
import { useGaps } from "../queries";
import { type ArchitectureSearch, cellIn, useArchitectureSearch } from "../search";
import { CellTab } from "./CellTab";
import { GapsTab } from "./GapsTab";
import { PersonaTab } from "./PersonaTab";

export interface RailProps {
  request: OfJourney;
  isFiltered: boolean;
  /** The map that a selected persona is read from; null while a cell or nothing is selected. */
  personaMap: CoverageMap | null;
}

/** The persona that an address shows in the rail, alone. */
export function isPersonaOn({ persona, stage }: ArchitectureSearch, map: CoverageMap): boolean {
  return persona !== undefined && stage === undefined && map.personas.some(({ id }) => id === persona);
}

/**
 * What is selected on the map, and what is missing on all of it. It follows an edit after the map does: it
 * is drawn anew by what it reads itself.
 */
export const Rail = memo(function Rail({ request, isFiltered, personaMap }: RailProps) {
  const { search, change } = useArchitectureSearch();
  const { data: gaps, error, refetch } = useGaps(request);
  const cell = cellIn(search);
  const isPersona = personaMap !== null;
  const selected = isPersona ? (
    <PersonaTab map={personaMap} row={personaMap.personas.findIndex(({ id }) => id === search.persona)} />
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
          <GapsTab gaps={gaps} isFiltered={isFiltered} />
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
});
