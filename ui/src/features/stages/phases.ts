import type { Phase } from "@/bindings/Phase";
import type { Stage } from "@/bindings/Stage";

export interface PhaseRun {
  phase: Phase;
  stages: readonly Stage[];
}

/** Stages in their order, those of one phase that follow each other under one head. */
export function runsOf(stages: readonly Stage[]): readonly PhaseRun[] {
  const runs: { phase: Phase; stages: Stage[] }[] = [];
  for (const stage of stages) {
    const last = runs.at(-1);
    if (last?.phase === stage.phase) {
      last.stages.push(stage);
    } else {
      runs.push({ phase: stage.phase, stages: [stage] });
    }
  }
  return runs;
}
