// What channels, campaigns, content and leads are called: the choices of the filter.
import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FunnelDimension } from "@/bindings/FunnelDimension";
import { KPI_KINDS } from "@/parts/kpi/kinds";
import { useFacets } from "@/rpc/lists";
import { read } from "@/rpc/useCall";
import type { FilterName } from "./search";

export type Named = Readonly<Record<Exclude<FilterName, "persona" | "stage">, readonly string[]>>;

const NONE: readonly string[] = [];

/** What files name; content that they mean is called as the plan calls it. */
const names = read("kpi.names", {}, ["batch", "asset"]);
const segmentsBy = (by: FunnelDimension) => read("funnel.get", { by }, KPI_KINDS);

const byName = (all: readonly string[]) => all.toSorted((a, b) => a.localeCompare(b));

/** Each once, by name. */
function namesOf(rows: readonly { name: string }[] | undefined): readonly string[] {
  const known = new Set(rows?.map(({ name }) => name).filter((name) => name !== ""));
  return byName([...known]);
}

/** Asked for once the filter is opened: all that any file tells of, of whatever period. */
export function useNamed(): Named {
  const facets = useFacets();
  const { data: named } = useQuery(names);
  const [levels, industries, countries] = useQueries({
    queries: [segmentsBy("level"), segmentsBy("industry"), segmentsBy("country")],
  });
  return useMemo(
    () => ({
      channel: byName(named?.channels ?? NONE),
      asset: byName(named?.assets ?? NONE),
      campaign: byName(named?.campaigns ?? NONE),
      theme: facets.themes.map(({ value }) => value),
      level: namesOf(levels.data?.segments),
      industry: namesOf(industries.data?.segments),
      country: namesOf(countries.data?.segments),
    }),
    [named, levels, industries, countries, facets],
  );
}
