// What of the playbook an address shows.
import type { PlaybookPersona } from "@/bindings/PlaybookPersona";
import type { PlaybookStage } from "@/bindings/PlaybookStage";
import type { PlaybookSearch } from "./search";

/** The stage of the address; without one the first where there is something to use, or the first. */
export function stageOf(
  stages: readonly PlaybookStage[],
  { stage }: PlaybookSearch,
): PlaybookStage | undefined {
  return (
    stages.find(({ stageId }) => stageId === stage) ??
    stages.find(({ personas }) => countOf(personas) > 0) ??
    stages[0]
  );
}

/** How much there is to use. */
export function countOf(personas: readonly PlaybookPersona[]): number {
  return personas.reduce((sum, { assets }) => sum + assets.length, 0);
}

/** Those that the address wants. */
export function personasOf(stage: PlaybookStage, { persona }: PlaybookSearch): readonly PlaybookPersona[] {
  return stage.personas.filter(({ personaId }) => persona === undefined || personaId === persona);
}
