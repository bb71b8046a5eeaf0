// The address of the map: everything that changes what it shows, so that Back undoes it.
import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { oneOf, searchOver, setOf, textOf } from "@/actions/searchParams";
import type { At } from "@/bindings/At";
import type { Purpose } from "@/bindings/Purpose";
import type { Status } from "@/bindings/Status";
import { PURPOSES, STATUSES } from "@/words/plan";

export const MODES = ["count", "state", "verdicts", "freshness", "needs", "pipeline", "themes"] as const;
export type Mode = (typeof MODES)[number];

export interface ArchitectureSearch {
  /** Left out, the map opens in the mode that says most. */
  mode?: Mode;
  zoom?: "phases";
  /** "YYYY-MM-DD"; today unless set. */
  asOf?: string;
  /** With a stage the cell in the rail, alone the persona. */
  persona?: string;
  stage?: string;
  tab?: "gaps";
  trigger?: string;
  themes?: string[];
  formats?: string[];
  owners?: string[];
  statuses?: Status[];
  languages?: string[];
  purposes?: Purpose[];
  text?: string;
}

type Given = Readonly<Record<string, unknown>>;

function texts(value: unknown): string[] | undefined {
  const list = Array.isArray(value) ? value.filter((one) => typeof one === "string" && one !== "") : [];
  return list.length > 0 ? list : undefined;
}

function someOf<T extends string>(known: readonly T[], value: unknown): T[] | undefined {
  const list = texts(value)?.flatMap((one) => oneOf(known, one) ?? []) ?? [];
  return list.length > 0 ? list : undefined;
}

/** Takes the values that are ours and well formed out of an address. */
export function architectureSearch(given: Given): ArchitectureSearch {
  const date = textOf(given.asOf);
  const read = {
    mode: oneOf(MODES, given.mode),
    zoom: oneOf(["phases"] as const, given.zoom),
    asOf: date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined,
    persona: textOf(given.persona),
    stage: textOf(given.stage),
    tab: oneOf(["gaps"] as const, given.tab),
    trigger: textOf(given.trigger),
    themes: texts(given.themes),
    formats: texts(given.formats),
    owners: texts(given.owners),
    statuses: someOf(STATUSES, given.statuses),
    languages: texts(given.languages),
    purposes: someOf(PURPOSES, given.purposes),
    text: textOf(given.text),
  };
  return setOf<ArchitectureSearch>(read);
}

/** The cell that an address shows in the rail. */
export function cellIn({ persona, stage }: ArchitectureSearch): At | null {
  return persona !== undefined && stage !== undefined ? { personaId: persona, stageId: stage } : null;
}

const route = getRouteApi("/architecture");

/** A change of the address: what is undefined is taken out. */
export type SearchChange = { [K in keyof ArchitectureSearch]?: ArchitectureSearch[K] | undefined };

export function useArchitectureSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (part: SearchChange) => void navigate({ search: (old: Given) => searchOver(old, part) as never }),
    [navigate],
  );
  return { search, change };
}
