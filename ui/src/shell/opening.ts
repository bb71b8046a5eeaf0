// The view in which the window opens where no other is remembered: what the role of whoever speaks
// needs first.
import type { Role } from "@/bindings/Role";
import { openNow } from "@/rpc/session";
import { speakerId } from "@/rpc/speaker";

const FIRST: Readonly<Record<Role, "/architecture" | "/stages" | "/home">> = {
  strategist: "/architecture",
  sales: "/stages",
  reviewer: "/home",
};

/** The address; null while no workspace is open, for nobody speaks then. */
export async function openingView(): Promise<string | null> {
  const open = await openNow();
  if (open === null) {
    return null;
  }
  const team = open.members.filter(({ former }) => !former);
  const speaker = team.find(({ id }) => id === speakerId()) ?? team[0];
  return FIRST[speaker?.role ?? "strategist"];
}
