import { useMemo } from "react";
import { type Clock, clockOf } from "@/words/clock";
import { useSession } from "./session";

/** Days and times where the workspace counts them. */
export function useClock(): Clock {
  const zone = useSession()?.open?.workspace.timeZone ?? "UTC";
  return useMemo(() => clockOf(zone), [zone]);
}
