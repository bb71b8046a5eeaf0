// The lists that the views are made of, each asked for in one way. A route loads those its view needs
// before it is shown (`load`), so the hooks give the list itself and nothing is ever claimed of one
// that is not known yet.
import { type FetchQueryOptions, type QueryKey, useSuspenseQuery } from "@tanstack/react-query";
import type { Batch } from "@/bindings/Batch";
import type { Definition } from "@/bindings/Definition";
import type { Facets } from "@/bindings/Facets";
import type { FactCount } from "@/bindings/FactCount";
import type { Format } from "@/bindings/Format";
import type { Insight } from "@/bindings/Insight";
import type { Interview } from "@/bindings/Interview";
import type { Journey } from "@/bindings/Journey";
import type { Member } from "@/bindings/Member";
import type { Need } from "@/bindings/Need";
import type { Persona } from "@/bindings/Persona";
import type { PresetInfo } from "@/bindings/PresetInfo";
import type { ProgrammeRow } from "@/bindings/ProgrammeRow";
import type { Stage } from "@/bindings/Stage";
import type { Trigger } from "@/bindings/Trigger";
import type { TriggerAnswers } from "@/bindings/TriggerAnswers";
import type { Workspace } from "@/bindings/Workspace";
import type { Failure } from "@/errors/failure";
import { queryClient } from "./client";
import { read } from "./useCall";

export const personas = read("persona.list", {}, ["persona"]);
export const triggers = read("trigger.list", {}, ["trigger", "persona"]);
export const triggerAnswers = read("trigger.answers", {});
export const journeys = read("journey.list", {}, ["journey"]);
export const presets = read("journey.presets", {}, []);
export const stages = read("stage.list", {}, ["stage", "journey"]);
export const needs = read("need.list", {}, ["need", "stage", "persona", "asset"]);
export const formats = read("format.list", {}, ["format"]);
export const facets = read("asset.facets", {}, ["asset"]);
export const interviews = read("interview.list", {}, ["interview"]);
export const insights = read("insight.list", {}, ["insight"]);
export const members = read("member.list", {}, ["member"]);
export const workspace = read("workspace.get", {}, ["workspace"]);
export const definitions = read("kpi.dictionary", {}, []);
export const timeZones = read("workspace.timeZones", {}, []);

export const batches = read("batch.list", {}, ["batch"]);
export const factCounts = read("facts.counts", {}, ["batch"]);
export const programmes = read("programme.list", {}, ["programme", "programmeNote", "member", "workspace"]);

type Loadable<T> = FetchQueryOptions<T, Failure, T, QueryKey>;

/** Waits until each is known as it stands now; throws the failure of the first that cannot be read. */
export async function load<const T extends readonly unknown[]>(
  ...reads: { readonly [K in keyof T]: Loadable<T[K]> }
): Promise<T> {
  const all = reads.map((one) => queryClient.fetchQuery(one as Loadable<unknown>));
  return (await Promise.all(all)) as unknown as T;
}

export function usePersonas(): readonly Persona[] {
  return useSuspenseQuery(personas).data;
}

export function useTriggers(): readonly Trigger[] {
  return useSuspenseQuery(triggers).data;
}

/** By trigger: for whom nothing in Engage answers it. */
export function useTriggerAnswers(): readonly TriggerAnswers[] {
  return useSuspenseQuery(triggerAnswers).data;
}

export function useJourneys(): readonly Journey[] {
  return useSuspenseQuery(journeys).data;
}

export function usePresets(): readonly PresetInfo[] {
  return useSuspenseQuery(presets).data;
}

export function useStages(): readonly Stage[] {
  return useSuspenseQuery(stages).data;
}

export function useNeeds(): readonly Need[] {
  return useSuspenseQuery(needs).data;
}

export function useFormats(): readonly Format[] {
  return useSuspenseQuery(formats).data;
}

export function useFacets(): Facets {
  return useSuspenseQuery(facets).data;
}

export function useInterviews(): readonly Interview[] {
  return useSuspenseQuery(interviews).data;
}

export function useInsights(): readonly Insight[] {
  return useSuspenseQuery(insights).data;
}

export function useMembers(): readonly Member[] {
  return useSuspenseQuery(members).data;
}

export function useProgrammes(): readonly ProgrammeRow[] {
  return useSuspenseQuery(programmes).data;
}

/** How much was taken in of what, for what there is any of. */
export function useFactCounts(): readonly FactCount[] {
  return useSuspenseQuery(factCounts).data;
}

/** Files of facts that were taken in, the first one first. */
export function useBatches(): readonly Batch[] {
  return useSuspenseQuery(batches).data;
}

export function useWorkspace(): Workspace {
  return useSuspenseQuery(workspace).data;
}

/** Every figure there is, in order. */
export function useDefinitions(): readonly Definition[] {
  return useSuspenseQuery(definitions).data;
}

export function useTimeZones(): readonly string[] {
  return useSuspenseQuery(timeZones).data;
}
