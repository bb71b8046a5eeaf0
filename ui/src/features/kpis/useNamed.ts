// What channels, campaigns, content and leads are called: the choices of the filter.
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FunnelDimension } from "@/bindings/FunnelDimension";
import type { KpiFamily } from "@/bindings/KpiFamily";
import { KPI_KINDS } from "@/parts/kpi/kinds";
import { useFacets } from "@/rpc/lists";
import { read } from "@/rpc/useCall";
import type { FilterName } from "./search";

export type Named = Readonly<Record<Exclude<FilterName, "persona" | "stage">, readonly string[]>>;

const rowsOf = (family: KpiFamily) => read("kpi.get", { unit: "year", family }, KPI_KINDS);
const segmentsBy = (by: FunnelDimension) => read("funnel.get", { by }, KPI_KINDS);

/** Each once, by name. */
function namesOf(rows: readonly { name: string }[] | undefined): readonly string[] {
  const names = new Set(rows?.map(({ name }) => name).filter((name) => name !== ""));
  return [...names].toSorted((a, b) => a.localeCompare(b));
}

/** Asked for once the filter is opened. Those of content and campaigns are the ones of the year. */
export function useNamed(): Named {
  const facets = useFacets();
  const [channels, content, campaigns] = useQueries({
    queries: [rowsOf("engagement"), rowsOf("content"), rowsOf("nurture")],
  });
  const [levels, industries, countries] = useQueries({
    queries: [segmentsBy("level"), segmentsBy("industry"), segmentsBy("country")],
  });
  return useMemo(
    () => ({
      channel: namesOf(channels.data?.tables[0]?.rows),
      asset: namesOf(content.data?.tables[0]?.rows),
      campaign: namesOf(campaigns.data?.tables[0]?.rows),
      theme: facets.themes.map(({ value }) => value),
      level: namesOf(levels.data?.segments),
      industry: namesOf(industries.data?.segments),
      country: namesOf(countries.data?.segments),
    }),
    [channels, content, campaigns, levels, industries, countries, facets],
  );
}
