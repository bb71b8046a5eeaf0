// What the frame itself reads.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { Journey } from "@/bindings/Journey";
import type { Member } from "@/bindings/Member";
import { factCounts, journeys } from "@/rpc/lists";
import { useSession } from "@/rpc/session";
import { speakAs, useSpeakerId } from "@/rpc/speaker";
import { useCall } from "@/rpc/useCall";

const NO_JOURNEYS: readonly Journey[] = [];

/** None while they are on their way: the frame is there before anything is read. */
export function useJourneys(): readonly Journey[] {
  return useQuery(journeys).data ?? NO_JOURNEYS;
}

const NO_MEMBERS: readonly Member[] = [];

/** The members, and the one who speaks: the one chosen last, else the first. */
export function useSpeaker(): { members: readonly Member[]; speaker: Member | null } {
  const everybody = useSession()?.open?.members ?? NO_MEMBERS;
  const members = useMemo(() => everybody.filter((member) => !member.former), [everybody]);
  const id = useSpeakerId();
  const speaker = members.find((member) => member.id === id) ?? members[0] ?? null;
  useEffect(() => {
    if (speaker !== null && speaker.id !== id) {
      speakAs(speaker.id);
    }
  }, [speaker, id]);
  return { members, speaker };
}

export interface NavigationCounts {
  openChecks: number;
}

export function useNavigationCounts(): NavigationCounts {
  const { data } = useCall("check.questions", { limit: 0 });
  return { openChecks: data?.total ?? 0 };
}

/** What there is something of, so that its view is offered. */
export function useThings(): Readonly<Record<"imported", boolean>> {
  const { data } = useQuery(factCounts);
  return { imported: data?.some(({ subject }) => subject !== "lead") ?? false };
}
