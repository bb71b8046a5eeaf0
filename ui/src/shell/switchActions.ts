// Which journey is on show and who speaks, as verbs of the palette.
import { useRouter } from "@tanstack/react-router";
import { CalendarRange, UserRound } from "lucide-react";
import { useMemo } from "react";
import type { Action } from "@/actions/action";
import { speakAs } from "@/rpc/speaker";
import { useJourneys, useSpeaker } from "./queries";

export function useSwitchActions(): readonly Action[] {
  const router = useRouter();
  const journeys = useJourneys();
  const { members, speaker } = useSpeaker();
  return useMemo(() => {
    const show = journeys.map(
      (journey): Action => ({
        id: `journey.show ${journey.id}`,
        label: `Show the journey ${journey.name}`,
        icon: CalendarRange,
        group: "Journey",
        enabled: () => journeys.length > 1,
        run: () =>
          void router.navigate({ to: ".", search: (search) => ({ ...search, journey: journey.id }) }),
      }),
    );
    const speak = members.map(
      (member): Action => ({
        id: `speaker ${member.id}`,
        label: `Speak as ${member.name}`,
        icon: UserRound,
        group: "Who speaks",
        enabled: () => member.id !== speaker?.id,
        run: () => speakAs(member.id),
      }),
    );
    return [...show, ...speak];
  }, [router, journeys, members, speaker]);
}
