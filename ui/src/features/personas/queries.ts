import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Format } from "@/bindings/Format";
import type { Insight } from "@/bindings/Insight";
import type { Interview } from "@/bindings/Interview";
import type { Map as CoverageMap } from "@/bindings/Map";
import type { Trigger } from "@/bindings/Trigger";
import { useCall } from "@/rpc/useCall";

export function usePersonas() {
  return useCall("persona.list", {}, { kinds: ["persona"] });
}

const NO_TRIGGERS: readonly Trigger[] = [];
const NO_INTERVIEWS: readonly Interview[] = [];
const NO_FORMATS: readonly Format[] = [];
const NO_INSIGHTS: readonly Insight[] = [];

export function useTriggers(): readonly Trigger[] {
  return useCall("trigger.list", {}, { kinds: ["trigger", "persona"] }).data ?? NO_TRIGGERS;
}

export function useInterviews(): readonly Interview[] {
  return useCall("interview.list", {}, { kinds: ["interview"] }).data ?? NO_INTERVIEWS;
}

export function useInsights(): readonly Insight[] {
  return useCall("insight.list", {}, { kinds: ["insight"] }).data ?? NO_INSIGHTS;
}

export function useFormats(): readonly Format[] {
  return useCall("format.list", {}, { kinds: ["format"] }).data ?? NO_FORMATS;
}

/** The map of the journey on show. */
export function useMap(): CoverageMap | undefined {
  const { journey } = useSearch({ strict: false });
  return useCall("coverage.map", journey === undefined ? {} : { journeyId: journey }, { keepPrevious: true })
    .data;
}

/** Personas that a trigger moves and for whom nothing in Engage answers it, by trigger. */
export function useUnanswered(): ReadonlyMap<string, readonly string[]> {
  const { data } = useCall("trigger.answers", {});
  return useMemo(
    () => new Map(data?.map(({ triggerId, unansweredBy }) => [triggerId, unansweredBy])),
    [data],
  );
}
