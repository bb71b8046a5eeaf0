import { useNavigate } from "@tanstack/react-router";
import { Tags } from "lucide-react";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { OfJourney } from "@/bindings/OfJourney";
import type { ThemeCell } from "@/bindings/ThemeCell";
import type { ThemeRow as ThemeRowOf } from "@/bindings/ThemeRow";
import { Button } from "@/components/Button";
import { classes } from "@/components/classes";
import { EmptyState } from "@/components/EmptyState";
import { FailureState } from "@/errors/FailureState";
import { LOCALE } from "@/locale";
import { STATE_SIGNS } from "@/style/states";
import { sayCount } from "@/words/edits";
import type { Face } from "../face";
import cellStyles from "../grid/cells.module.css";
import { MapGrid } from "../grid/MapGrid";
import styles from "../grid/MapGrid.module.css";
import { FaceBox } from "../grid/StageCell";
import { useThemes } from "../queries";
import { useArchitectureSearch } from "../search";

/** What a persona has on a theme: nothing, nothing live, nothing that moves the deal, or so many that do. */
export function themeFace({ count, live, yes }: ThemeCell): Face {
  const [look, word] =
    count === 0
      ? // A theme need not reach everybody: what is not there is no gap.
        (["not applicable", "none"] as const)
      : live === 0
        ? (["planned", "none live"] as const)
        : yes === 0
          ? (["unproven", "no yes"] as const)
          : (["covered", `${yes} yes`] as const);
  const figure = count === 0 ? "" : count.toLocaleString(LOCALE);
  const label = count === 0 ? "nothing" : `${sayCount("asset", count)}, ${live} live, ${yes} with a yes`;
  return { look, sign: STATE_SIGNS[look], word, count: figure, flags: 0, note: "", tallies: [], label };
}

function NoThemes() {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={Tags}
      title="Nothing placed has a theme"
      text="Themes say what content is about. Give assets their themes, and this map shows which persona hears of which."
      action={<Button onPress={() => void navigate({ to: "/assets" })}>Go to the assets</Button>}
    />
  );
}

export interface ThemeMapProps {
  map: CoverageMap;
  request: OfJourney;
  isDense: boolean;
}

/** Themes down, personas across; a cell opens the map of that theme. */
export function ThemeMap({ map, request, isDense }: ThemeMapProps) {
  const { change } = useArchitectureSearch();
  const { data, error, refetch } = useThemes(request, true);
  if (error) {
    return <FailureState error={error} retry={() => void refetch()} />;
  }
  if (data === undefined) {
    return null;
  }
  if (data.themes.length === 0) {
    return <NoThemes />;
  }
  const nameOf = (id: string) => map.personas.find((persona) => persona.id === id)?.name ?? "";
  const open = (stop: HTMLElement) => {
    const { theme } = stop.dataset;
    if (theme !== undefined) {
      change({ themes: [theme], mode: "state" });
    }
  };
  const personas = data.personaIds.map((id) => ({ id, name: nameOf(id) }));
  return (
    <MapGrid
      label="Themes by persona"
      columnCount={data.personaIds.length}
      minColumn="6.5rem"
      hasMargin={false}
      isDense={isDense}
      onOpen={open}
      heads={<Heads themes={data.themes.length} personas={personas} />}
      rows={{
        count: data.themes.length,
        keyOf: (row) => data.themes[row]?.theme ?? "",
        cellsOf: (row) => <ThemeRow row={data.themes[row]} personas={personas} />,
      }}
    />
  );
}

interface PersonaName {
  id: string;
  name: string;
}

function Heads({ themes, personas }: { themes: number; personas: readonly PersonaName[] }) {
  return (
    <div role="row" aria-rowindex={1} className={classes(styles.headRow, styles.isFlat)}>
      <div role="columnheader" className={classes(styles.head, styles.corner)}>
        {themes === 1 ? "1 theme" : `${themes.toLocaleString(LOCALE)} themes`}
      </div>
      {personas.map(({ id, name }) => (
        <div key={id} role="columnheader" className={styles.column} title={name}>
          <span className={styles.columnName}>
            <span>{name}</span>
          </span>
        </div>
      ))}
    </div>
  );
}

function ThemeRow({ row, personas }: { row: ThemeRowOf | undefined; personas: readonly PersonaName[] }) {
  if (row === undefined) {
    return null;
  }
  const { theme, cells } = row;
  return (
    <>
      <div
        role="rowheader"
        className={classes(styles.head, styles.opens)}
        tabIndex={-1}
        data-stop
        data-theme={theme}
      >
        <span className={styles.name} title={theme}>
          {theme}
        </span>
      </div>
      {cells.map((cell, at) => {
        const face = themeFace(cell);
        const { id = "", name = "" } = personas[at] ?? {};
        return (
          <div
            key={id}
            role="gridcell"
            tabIndex={-1}
            data-stop
            data-theme={theme}
            data-look={face.look}
            className={cellStyles.cell}
          >
            <span className="visually-hidden">{`${theme} for ${name}: ${face.label}`}</span>
            <FaceBox face={face} isWorded />
          </div>
        );
      })}
    </>
  );
}
