// What the view of the consumption gap reads.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ConsumptionReport } from "@/bindings/ConsumptionReport";
import type { GapDimension } from "@/bindings/GapDimension";
import * as lists from "@/rpc/lists";
import { read } from "@/rpc/useCall";
import { type ConsumptionSearch, dimensionsOf } from "./search";

/** Facts, and what the plan says of titles, content and months. */
const KINDS = ["batch", "persona", "asset", "format", "workspace"] as const;

const reportBy = (by: readonly GapDimension[]) => read("consumption.get", { by: [...by] }, KINDS);

export async function loadConsumption(search: ConsumptionSearch): Promise<void> {
  await lists.load(reportBy(dimensionsOf(search)));
}

/** While the segments of another choice are on their way, those of the last one stay. */
export function useReport(by: readonly GapDimension[]): ConsumptionReport | undefined {
  return useQuery({ ...reportBy(by), placeholderData: keepPreviousData }).data;
}
