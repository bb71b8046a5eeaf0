// What the deal check reads.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { AssetPage } from "@/bindings/AssetPage";
import type { EntityKind } from "@/bindings/EntityKind";
import type { Format } from "@/bindings/Format";
import type { Member } from "@/bindings/Member";
import type { Persona } from "@/bindings/Persona";
import type { Side } from "@/bindings/Side";
import type { Stage } from "@/bindings/Stage";
import { queryClient } from "@/rpc/client";
import * as lists from "@/rpc/lists";
import { useSession } from "@/rpc/session";
import { useSpeakerId } from "@/rpc/speaker";
import { read, useCall } from "@/rpc/useCall";
import type { CheckSearch } from "./search";

const QUEUE = 100;
const GROUPS = 200;

function narrowed({ persona, stage, ask, member }: CheckSearch) {
  return {
    ...(persona !== undefined && { personaId: persona }),
    ...(stage !== undefined && { stageId: stage }),
    ...(ask !== undefined && { ask }),
    ...(member !== undefined && { memberId: member }),
  };
}

function queueOf(search: CheckSearch) {
  return read("check.questions", { ...narrowed(search), limit: QUEUE });
}

export async function loadCheck(search: CheckSearch): Promise<void> {
  await lists.load(lists.personas, lists.stages, lists.formats, queueOf(search));
}

/** While the questions of another search are on their way, those of the last one stay. */
export function useQueue(search: CheckSearch) {
  return useQuery({ ...queueOf(search), placeholderData: keepPreviousData });
}

export function useGroups(search: CheckSearch) {
  return useCall(
    "check.questions",
    { ...narrowed(search), limit: 0, groups: GROUPS },
    { keepPrevious: true },
  );
}

/** The questions of one cell, which hold those of a group. */
export function useCellQuestions(search: CheckSearch, personaId: string, stageId: string, enabled: boolean) {
  const cell = { ...search, persona: personaId, stage: stageId };
  return useCall("check.questions", { ...narrowed(cell), limit: 500 }, { enabled, keepPrevious: true });
}

export function useDisagreements() {
  return useCall("check.measured", {});
}

const PAGE_KINDS: readonly EntityKind[] = ["asset", "format", "placement", "verdict", "member"];

export function useAsset(id: string): AssetPage | undefined {
  return useCall("asset.get", { id }, { kinds: PAGE_KINDS }).data;
}

/** Reads what comes next ahead of time, so that it is there at once. */
export function usePrefetched(assetIds: readonly string[]): void {
  const ids = assetIds.join(" ");
  useEffect(() => {
    for (const id of ids.split(" ").filter(Boolean)) {
      void queryClient.prefetchQuery(read("asset.get", { id }, PAGE_KINDS));
    }
  }, [ids]);
}

export interface Plan {
  personas: readonly Persona[];
  stages: readonly Stage[];
  persona: (id: string) => Persona | undefined;
  stage: (id: string) => Stage | undefined;
  format: (id: string | null) => Format | undefined;
  /** The stage a deal moves to from this one. */
  after: (stage: Stage) => Stage | undefined;
}

/** Personas, stages and formats by id. */
export function usePlan(): Plan {
  const personas = lists.usePersonas();
  const stages = lists.useStages();
  const formats = lists.useFormats();
  return useMemo(
    () => ({
      personas,
      stages,
      persona: (id) => personas.find((one) => one.id === id),
      stage: (id) => stages.find((one) => one.id === id),
      format: (id) => formats.find((one) => one.id === id),
      after: (stage) => {
        const line = stages.filter((one) => one.journeyId === stage.journeyId);
        return line[line.findIndex((one) => one.id === stage.id) + 1];
      },
    }),
    [personas, stages, formats],
  );
}

const NOBODY: readonly Member[] = [];

export interface Voice {
  members: readonly Member[];
  speaker: Member | undefined;
  /** Whose answer it is: the speaker's, or the member's answered for. */
  member: Member | undefined;
  side: Side;
}

export function useVoice(memberId: string | undefined): Voice {
  const everybody = useSession()?.open?.members ?? NOBODY;
  const members = useMemo(() => everybody.filter(({ former }) => !former), [everybody]);
  const speakerId = useSpeakerId();
  const speaker = members.find(({ id }) => id === speakerId);
  const member = members.find(({ id }) => id === memberId) ?? speaker;
  return { members, speaker, member, side: member?.role === "sales" ? "sales" : "marketing" };
}
