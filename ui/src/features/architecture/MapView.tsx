import { Download, Rows2, Rows4 } from "lucide-react";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { OfJourney } from "@/bindings/OfJourney";
import { AfterPaint } from "@/components/AfterPaint";
import { ContextMenu } from "@/components/ContextMenu";
import { IconButton } from "@/components/IconButton";
import { KeepsWorking } from "@/components/KeepsWorking";
import { MenuButton } from "@/components/Menu";
import { Page } from "@/components/Page";
import { RailLayout } from "@/components/RailLayout";
import { save } from "@/rpc/save";
import { useArchitectureActions } from "./actions";
import { cellMenu } from "./cellMenu";
import { type Desk, DeskProvider } from "./desk";
import { AskedCheck } from "./drop/AskedCheck";
import { DropHint } from "./drop/DropHint";
import { useDrops } from "./drop/useDrops";
import { NoPersonas, NoStages } from "./Empty";
import { CoverageGrid } from "./grid/CoverageGrid";
import { Headline } from "./Headline";
import { Legend } from "./Legend";
import { useOpeningMode } from "./opening";
import { PipelineMap } from "./pipeline/PipelineMap";
import { toggleDensity, useIsWide, usePreferences } from "./preferences";
import { isPersonaOn, Rail } from "./rail/Rail";
import { type Mode, useArchitectureSearch } from "./search";
import { ThemeMap } from "./themes/ThemeMap";
import { AsOf } from "./toolbar/AsOf";
import { FilterBar } from "./toolbar/FilterBar";
import { Toolbar } from "./toolbar/Toolbar";
import { Tray } from "./tray/Tray";
import { RAIL_LABEL, useDeskOf } from "./useDeskOf";

function Density({ isDense }: { isDense: boolean }) {
  return (
    <IconButton
      icon={isDense ? Rows2 : Rows4}
      label={isDense ? "Taller rows" : "Lower rows"}
      onPress={toggleDensity}
      placement="bottom end"
    />
  );
}

interface BodyProps {
  map: CoverageMap;
  request: OfJourney;
  mode: Mode;
  canEdit: boolean;
}

function Body({ map, request, mode, canEdit }: BodyProps) {
  const { search } = useArchitectureSearch();
  const { isDense } = usePreferences();
  const { drops, asked, close } = useDrops(canEdit);
  if (map.stages.length === 0) {
    return <NoStages />;
  }
  if (map.personas.length === 0) {
    return <NoPersonas />;
  }
  if (mode === "themes") {
    return (
      <>
        <ThemeMap map={map} request={request} isDense={isDense} />
        <Legend mode={mode} />
      </>
    );
  }
  if (mode === "pipeline") {
    return <PipelineMap map={map} search={search} isDense={isDense} />;
  }
  const stage = map.stages.find(({ id }) => id === asked?.cell.stageId)?.name ?? "this stage";
  return (
    <>
      <CoverageGrid map={map} mode={mode} search={search} isDense={isDense} drops={drops} />
      <Legend mode={mode} />
      <DropHint map={map} />
      {asked !== null && <AskedCheck asked={asked} stage={stage} onClose={close} />}
    </>
  );
}

function SaveAs({ desk: { request, picture } }: { desk: Desk }) {
  const groups = [
    {
      id: "save",
      entries: [
        { id: "page", label: "The map as a page (HTML)…", run: () => void save("export.coverage", request) },
        { id: "map", label: "The map as a picture…", run: () => picture("map") },
        { id: "gaps", label: "The gaps as a picture…", run: () => picture("gaps") },
      ],
    },
  ];
  return (
    <MenuButton label="Save" groups={groups} placement="bottom end">
      <IconButton icon={Download} label="Save…" placement="bottom end" />
    </MenuButton>
  );
}

function focusGrid(): void {
  document.querySelector<HTMLElement>("[role=grid] [data-stop][tabindex='0']")?.focus();
}

export function MapView({ map, request }: { map: CoverageMap; request: OfJourney }) {
  const { search, change } = useArchitectureSearch();
  const { isDense } = usePreferences();
  const isWide = useIsWide();
  const opening = useOpeningMode(map);
  const mode = search.mode ?? opening;
  const { desk, dialog } = useDeskOf(map, request);
  useArchitectureActions(search, change, desk);
  const isMap = map.stages.length > 0 && map.personas.length > 0;
  const isSelected = search.persona !== undefined || search.tab !== undefined;
  const closeRail = () => {
    change({ persona: undefined, stage: undefined, tab: undefined });
    focusGrid();
  };
  return (
    <DeskProvider value={desk}>
      <RailLayout
        rail={
          <AfterPaint>
            <Rail
              request={request}
              isFiltered={map.filtered}
              personaMap={isPersonaOn(search, map) ? map : null}
            />
          </AfterPaint>
        }
        railLabel={RAIL_LABEL}
        isOpen={isMap && (isWide || isSelected)}
        onClose={closeRail}
      >
        <ContextMenu label="Cell" groupsFor={(target) => cellMenu(target, desk)}>
          <Page
            title="Architecture"
            {...(isMap && {
              summary: <Headline map={map} />,
              actions: (
                <>
                  <KeepsWorking>
                    <AsOf />
                  </KeepsWorking>
                  <Density isDense={isDense} />
                  <SaveAs desk={desk} />
                </>
              ),
              toolbar: <Toolbar hasPhases={map.phases.length > 0} mode={mode} />,
              dock: <Tray />,
            })}
            body="fill"
          >
            <FilterBar />
            <Body map={map} request={request} mode={mode} canEdit={desk.canEdit} />
          </Page>
        </ContextMenu>
      </RailLayout>
      {dialog}
    </DeskProvider>
  );
}
