import { Rows2, Rows4 } from "lucide-react";
import { useMemo, useRef } from "react";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { OfJourney } from "@/bindings/OfJourney";
import { IconButton } from "@/components/IconButton";
import { Page } from "@/components/Page";
import { RailLayout } from "@/components/RailLayout";
import { type Desk, DeskProvider } from "./desk";
import { CoverageGrid } from "./grid/CoverageGrid";
import { Headline } from "./Headline";
import { Legend } from "./Legend";
import { useOpeningMode } from "./opening";
import { toggleDensity, useIsWide, usePreferences } from "./preferences";
import { useArchitectureSearch } from "./search";
import { AsOf } from "./toolbar/AsOf";
import { FilterBar } from "./toolbar/FilterBar";
import { Toolbar } from "./toolbar/Toolbar";

export function MapView({ map }: { map: CoverageMap; request: OfJourney }) {
  const { search, change } = useArchitectureSearch();
  const { isDense } = usePreferences();
  const isWide = useIsWide();
  const opening = useOpeningMode(map);
  const mode = search.mode ?? opening;
  const card = useRef<HTMLDivElement>(null);
  const desk = useMemo<Desk>(
    () => ({
      asOf: search.asOf,
      canEdit: true,
      open: ({ personaId, stageId }) => change({ persona: personaId, stage: stageId, tab: undefined }),
      openPersona: (persona) => change({ persona, stage: undefined, tab: undefined }),
      place: () => undefined,
      plan: () => undefined,
      exclude: () => undefined,
      include: () => undefined,
    }),
    [search.asOf, change],
  );
  return (
    <DeskProvider value={desk}>
      <RailLayout
        rail={null}
        railLabel="Cell and gaps"
        isOpen={isWide}
        onClose={() => change({ persona: undefined, stage: undefined, tab: undefined })}
      >
        <Page
          title="Architecture"
          summary={<Headline map={map} asOf={search.asOf} />}
          actions={
            <>
              <AsOf />
              <IconButton
                icon={isDense ? Rows2 : Rows4}
                label={isDense ? "Taller rows" : "Lower rows"}
                onPress={toggleDensity}
                placement="bottom end"
              />
            </>
          }
          toolbar={<Toolbar map={map} mode={mode} />}
          body="fill"
        >
          <FilterBar />
          {mode !== "themes" && (
            <CoverageGrid map={map} mode={mode} search={search} isDense={isDense} ref={card} />
          )}
          <Legend />
        </Page>
      </RailLayout>
    </DeskProvider>
  );
}
