// What the cadence reads.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Cadence } from "@/bindings/Cadence";
import * as lists from "@/rpc/lists";
import { read } from "@/rpc/useCall";
import type { CadenceSearch } from "./search";

/** How many months stand under each other. */
const MONTHS = 4;

function cadenceOf({ from, owner }: CadenceSearch) {
  const request = {
    months: MONTHS,
    ...(from !== undefined && { from: `${from}-01` }),
    ...(owner !== undefined && { owner }),
  };
  return read("cadence.get", request, ["asset", "format", "workspace"]);
}

export async function loadCadence(search: CadenceSearch): Promise<void> {
  await lists.load(lists.facets, cadenceOf(search));
}

/** While the months of another search are on their way, those of the last one stay. */
export function useCadence(search: CadenceSearch): Cadence | undefined {
  return useQuery({ ...cadenceOf(search), placeholderData: keepPreviousData }).data;
}
