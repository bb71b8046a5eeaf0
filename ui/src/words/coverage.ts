// What coverage finds, in the words of those who plan.
import type { PhaseFinding } from "@/bindings/PhaseFinding";

export const PHASE_FINDING_WORDS: Readonly<Record<PhaseFinding, string>> = {
  "no interactive or visual piece": "nothing interactive or visual",
  "no foundational": "nothing foundational",
  "no prescriptive": "nothing prescriptive",
  "single format": "all in one format",
  "not in a preferred format": "nothing in a format they prefer",
  "no outbound": "nothing that is sent out",
};
