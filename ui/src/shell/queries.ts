// What the frame itself reads.
import { useEffect } from "react";
import { notePlan } from "@/rpc/changes";
import type { Journey, Member, WorkspaceSummary } from "@/rpc/contract";
import { speakAs, useSpeakerId } from "@/rpc/speaker";
import { useCall } from "@/rpc/useCall";

export function useWorkspace(): WorkspaceSummary | null {
  const { data } = useCall("workspace.current", {}, { kinds: ["workspace"] });
  useEffect(() => {
    if (data) {
      notePlan({ undo: data.undo, redo: data.redo });
    }
  }, [data]);
  return data ?? null;
}

const NO_JOURNEYS: readonly Journey[] = [];

export function useJourneys(): readonly Journey[] {
  return useCall("journey.list", {}, { kinds: ["journey"] }).data ?? NO_JOURNEYS;
}

const NO_MEMBERS: readonly Member[] = [];

/** The members, and the one who speaks: the one chosen last, else the first. */
export function useSpeaker(): { members: readonly Member[]; speaker: Member | null } {
  const members = useCall("member.list", {}, { kinds: ["member"] }).data ?? NO_MEMBERS;
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
  openNeeds: number;
  openChecks: number;
}

export function useNavigationCounts(): NavigationCounts {
  return { openNeeds: 0, openChecks: 0 };
}
