// What coverage finds, in the words of those who plan.
import type { PhaseFinding } from "@/bindings/PhaseFinding";

export const PHASE_FINDING_WORDS: Readonly<Record<PhaseFinding, string>> = {
  "no interactive or visual piece": "nothing interactive or visual",
  "no foundational": "nothing foundational, such as a blueprint, toolkit or template",
  "no prescriptive": "nothing prescriptive, such as a how-to or a case study",
  "single format": "all in one format",
  "not in a preferred format": "nothing in a format they prefer",
  "no outbound": "nothing that is sent out",
};
